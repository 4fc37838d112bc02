# Schools that pupils said are missing: in the menu of staff.
button-staff = Школы на проверку
staff-nothing-waits = Школ на проверку нет.

# A school that a pupil said is missing: the question to staff, their decision, the news of it.
staff-school-asked =
    <b>Добавить школу в список?</b>
    Название: { $school }
    Место: { $place }
button-school-add = Добавить в список
button-school-refuse = Такой школы нет
staff-school-added = Школа добавлена в список: { $school }
staff-school-not-a-school = Школа не добавлена: { $school }. Ученику сообщили.
staff-decided-before = По этой школе решение уже принято.
staff-only = Эта кнопка только для сотрудников.
school-added = Ваша школа добавлена в список: { $school }
school-not-a-school = Такая школа не нашлась: { $school }. При регистрации на мероприятие выберите школу из списка или напишите её полное название.
