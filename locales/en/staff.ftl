# Schools that pupils said are missing: in the menu of staff.
button-staff = Schools to review
staff-nothing-waits = No schools are waiting.

# A school that a pupil said is missing: the question to staff, their decision, the news of it.
staff-school-asked =
    <b>Add a school to the list?</b>
    Name: { $school }
    Place: { $place }
button-school-add = Add to the list
button-school-refuse = There is no such school
staff-school-added = School added to the list: { $school }
staff-school-not-a-school = School not added: { $school }. The pupil has been told.
staff-decided-before = This school has been decided on already.
staff-only = This button is only for staff.
school-added = Your school is on the list now: { $school }
school-not-a-school = We could not find such a school: { $school }. When you register for an event, choose your school from the list or type its full name.
