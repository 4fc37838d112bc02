# Schools that pupils said are missing: in the menu of staff.
button-staff = Қаралатын мектептер
staff-nothing-waits = Қаралатын мектеп жоқ.

# A school that a pupil said is missing: the question to staff, their decision, the news of it.
staff-school-asked =
    <b>Тізімге мектеп қосамыз ба?</b>
    Атауы: { $school }
    Орны: { $place }
button-school-add = Тізімге қосу
button-school-refuse = Мұндай мектеп жоқ
staff-school-added = Мектеп тізімге қосылды: { $school }
staff-school-not-a-school = Мектеп қосылған жоқ: { $school }. Оқушыға хабарладық.
staff-decided-before = Бұл мектеп бойынша шешім бұрын қабылданған.
staff-only = Бұл түйме тек қызметкерлерге арналған.
school-added = Мектебіңіз тізімге қосылды: { $school }
school-not-a-school = Мұндай мектеп табылмады: { $school }. Іс-шараға тіркелгенде мектебіңізді тізімнен таңдаңыз немесе толық атауын жазыңыз.
