-- Days, months, quarters, instants, local times, Hijri dates, and lengths of time.
return function(community)
  -- Dates.
  local d = date "2024-06-30"
  assert(d.year == 2024 and d.month == 6 and d.day == 30)
  assert(d.weekday == "sunday")
  assert(d.quarter == quarter "2024-Q2" and d.calendar_month == month "2024-06")
  assert(tostring(d) == "2024-06-30")
  assert(d == date(d) and d < date "2024-07-01" and d <= d and not (d > d))
  assert(d + days(7) == date "2024-07-07" and days(7) + d == d + days(7))
  assert(d - days(30) == date "2024-05-31")
  assert(d + weeks(2) == date "2024-07-14")
  assert(d - date "2024-06-01" == 29 and math.type(d - d) == "integer")
  assert(d:format "d MMMM yyyy" == "30 June 2024")
  assert(d:format("d MMMM yyyy", "fr") == "30 juin 2024")
  assert(d:format("d MMMM", "ar") == "30 يونيو")
  assert(d:format "EEEE" == "Sunday")

  -- Months keep to the month's end.
  assert(date "2024-01-31" + months(1) == date "2024-02-29")
  assert(date "2023-01-31" + months(1) == date "2023-02-28")
  assert(date "2024-03-31" - months(1) == date "2024-02-29")
  assert(date "2024-02-29" + years(1) == date "2025-02-28")
  local m = month "2024-06"
  assert(m.year == 2024 and m.number == 6 and m.quarter == quarter "2024-Q2")
  assert(m.first_day == date "2024-06-01" and m.last_day == d)
  assert(m + 7 == month "2025-01" and month "2025-01" - m == 7)
  assert(m == month(d) and m < month "2024-07" and tostring(m) == "2024-06")
  assert(m:format "MMMM yyyy" == "June 2024" and m:format("MMMM", "fr") == "juin")

  -- Quarters.
  local q = quarter "2024-Q3"
  assert(q.year == 2024 and q.number == 3)
  assert(q.first_day == date "2024-07-01" and q.last_day == date "2024-09-30")
  assert(q - 1 == d.quarter and q + 2 == quarter "2025-Q1" and q - quarter "2023-Q3" == 4)
  assert(quarter(d) == d.quarter and tostring(q) == "2024-Q3" and d.quarter < q)

  -- Lengths of time.
  assert(days(7).count == 7 and weeks(1) == days(7) and years(1) == months(12))
  assert(days(2) + days(3) == days(5) and days(2) * 3 == days(6) and -days(2) == days(-2))
  assert(months(1) < months(2) and months(3).count == 3)
  assert(hours(2) == minutes(120) and hours(1).minutes == 60 and minutes(90).hours == 1.5)
  assert(hours(36).days == 1.5)
  assert(tostring(days(1)) == "1 day" and tostring(days(2)) == "2 days")

  -- Instants: the day, weekday and time of day only in a zone.
  local i = instant "2023-09-25T14:00+03:00"
  assert(i == instant "2023-09-25T11:00:00Z" and i == community.sessions:get("talk").starts_at)
  assert(tostring(i) == "2023-09-25T11:00:00Z")
  assert(i + minutes(90) == instant "2023-09-25T12:30Z" and i + days(1) == i + hours(24))
  assert((i + hours(2)) - i == hours(2))
  assert(i < now and i:weekday "Asia/Beirut" == "monday")
  assert(i:day "Pacific/Kiritimati" == date "2023-09-26")
  assert(i:format("d MMMM, HH:mm", "Asia/Beirut") == "25 September, 14:00")
  assert(i:format("d MMMM", "Asia/Beirut", "fr") == "25 septembre")
  local local_time = i:at "Asia/Beirut"
  assert(local_time.date == date "2023-09-25" and local_time.weekday == "monday")
  assert(local_time.hour == 14 and local_time.minute == 0 and local_time.zone == "Asia/Beirut")
  assert(local_time.instant == i and local_time == i:at "Asia/Beirut")
  assert(local_time ~= i:at "Asia/Amman")
  assert(local_time:format "HH:mm" == "14:00" and local_time:format("EEEE", "fr") == "lundi")

  -- The run's clock, and its day in the viewer's zone.
  assert(now == instant "2024-06-30T21:30:00Z")
  assert(today == date "2024-07-01" and date(now) == today)

  -- Hijri dates by the Umm al-Qura calendar.
  local h = date("2024-07-07"):hijri()
  assert(h.year == 1446 and h.month == 1 and h.day == 1 and h.date == date "2024-07-07")
  assert(h == date("2024-07-07"):hijri() and h ~= today:hijri())
  assert(h:format("d MMMM y", "ar") == "1 محرم 1446")
  assert(tostring(h) ~= tostring(today:hijri()))

  -- They work as keys.
  local by_day = { [d] = 1, [q] = 2 }
  assert(by_day[date "2024-06-30"] == 1 and by_day[quarter "2024-Q3"] == 2)
  return "passed"
end
