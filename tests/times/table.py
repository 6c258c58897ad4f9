"""Expressions in their sentences and the days that they mean: published, sentence, expression, start, end[, future start, end].

The 12th of March 2025 is a Wednesday. `-` is an open end.
"""

CASES = """
2025-03-12 | They met on Tuesday. | Tuesday | 2025-03-11 | 2025-03-11 | 2025-03-18 | 2025-03-18
2025-03-12 | They met on Wednesday. | Wednesday | 2025-03-12 | 2025-03-12
2025-03-12 | They will meet on Friday. | Friday | 2025-03-07 | 2025-03-07 | 2025-03-14 | 2025-03-14
2025-03-12 | The council is due to sit on Thursday. | Thursday | 2025-03-13 | 2025-03-13
2025-03-12 | Several hundred marched on Tuesday night. | Tuesday night | 2025-03-11 | 2025-03-11 | 2025-03-18 | 2025-03-18
2025-03-12 | He flew in on Monday morning. | Monday morning | 2025-03-10 | 2025-03-10 | 2025-03-17 | 2025-03-17
2025-03-12 | He offered late on Tuesday to pay. | late on Tuesday | 2025-03-11 | 2025-03-11 | 2025-03-18 | 2025-03-18
2025-03-12 | Raiders came early on Sunday. | early on Sunday | 2025-03-09 | 2025-03-09 | 2025-03-16 | 2025-03-16
2025-03-12 | Shells fell at dawn on Monday. | at dawn on Monday | 2025-03-10 | 2025-03-10 | 2025-03-17 | 2025-03-17
2025-03-12 | It began in the early hours of Sunday. | in the early hours of Sunday | 2025-03-09 | 2025-03-09 | 2025-03-16 | 2025-03-16
2025-03-12 | They agreed late Monday. | late Monday | 2025-03-10 | 2025-03-10 | 2025-03-17 | 2025-03-17
2025-03-12 | last Friday they left | last Friday | 2025-03-07 | 2025-03-07
2025-03-12 | last Tuesday they left | last Tuesday | 2025-03-04 | 2025-03-04
2025-03-10 | last Saturday they left | last Saturday | 2025-03-08 | 2025-03-08
2025-03-12 | they return next Monday | next Monday | 2025-03-17 | 2025-03-17
2025-03-12 | they return next Friday | next Friday | 2025-03-21 | 2025-03-21
2025-03-12 | they return this Friday | this Friday | 2025-03-14 | 2025-03-14
2025-03-12 | on Tuesday of last week | Tuesday of last week | 2025-03-04 | 2025-03-04
2025-03-12 | on Thursday next week | Thursday next week | 2025-03-20 | 2025-03-20
2025-03-12 | At least four died in Monday's strike. | Monday | 2025-03-10 | 2025-03-10 | 2025-03-17 | 2025-03-17
2025-03-16 | closed since Thursday | since Thursday | 2025-03-13 | - | 2025-03-20 | -
2025-03-17 | The first will land by Friday. | by Friday | - | 2025-03-14 | - | 2025-03-21
2025-03-12 | It will stay until Sunday. | until Sunday | - | 2025-03-09 | - | 2025-03-16
2025-03-12 | closed from Monday to Thursday | from Monday to Thursday | 2025-03-10 | 2025-03-13 | 2025-03-17 | 2025-03-20
2025-03-14 | closed from Monday to Thursday | from Monday to Thursday | 2025-03-10 | 2025-03-13 | 2025-03-17 | 2025-03-20
2025-03-14 | closed Monday through Thursday | Monday through Thursday | 2025-03-10 | 2025-03-13 | 2025-03-17 | 2025-03-20
2025-03-12 | He resigned yesterday. | yesterday | 2025-03-11 | 2025-03-11
2025-03-12 | He resigns today. | today | 2025-03-12 | 2025-03-12
2025-03-12 | He will go tomorrow. | tomorrow | 2025-03-13 | 2025-03-13
2025-03-12 | He told me this morning that | this morning | 2025-03-12 | 2025-03-12
2025-03-12 | He hit back last night. | last night | 2025-03-11 | 2025-03-11
2025-03-12 | He speaks tonight. | tonight | 2025-03-12 | 2025-03-12
2025-03-12 | It fell the day before yesterday. | the day before yesterday | 2025-03-10 | 2025-03-10
2025-03-12 | Drones came overnight. | overnight | 2025-03-11 | 2025-03-12 | 2025-03-12 | 2025-03-13
2025-03-10 | on alert over the weekend | the weekend | 2025-03-08 | 2025-03-09 | 2025-03-15 | 2025-03-16
2025-03-13 | on alert over the weekend | the weekend | 2025-03-08 | 2025-03-09 | 2025-03-15 | 2025-03-16
2025-03-16 | on alert over the weekend | the weekend | 2025-03-15 | 2025-03-16
2025-03-12 | talks last weekend | last weekend | 2025-03-08 | 2025-03-09
2025-03-12 | talks next weekend | next weekend | 2025-03-22 | 2025-03-23
2025-03-12 | talks this weekend | this weekend | 2025-03-15 | 2025-03-16
2025-03-10 | The envoy comes this week. | this week | 2025-03-10 | 2025-03-16
2025-03-11 | The bank paid last week. | last week | 2025-03-03 | 2025-03-09
2025-03-12 | Drills follow next week. | next week | 2025-03-17 | 2025-03-23
2025-03-12 | He left earlier this week. | earlier this week | 2025-03-10 | 2025-03-12
2025-03-12 | He comes later this week. | later this week | 2025-03-12 | 2025-03-16
2025-03-14 | moved a brigade earlier this month | earlier this month | 2025-03-01 | 2025-03-14
2025-03-14 | two more by the end of next week | by the end of next week | - | 2025-03-23
2025-03-16 | admit them by the end of the month | by the end of the month | - | 2025-03-31
2025-03-17 | signed by the end of the year | by the end of the year | - | 2025-12-31
2025-03-17 | talks last month | last month | 2025-02-01 | 2025-02-28
2025-03-17 | talks next month | next month | 2025-04-01 | 2025-04-30
2025-03-17 | 16 tests this year | this year | 2025-01-01 | 2025-12-31
2025-03-17 | 16 tests so far this year | so far this year | 2025-01-01 | 2025-03-17
2025-03-17 | talks late last year | late last year | 2024-09-01 | 2024-12-31
2025-03-17 | talks earlier this year | earlier this year | 2025-01-01 | 2025-03-17
2025-03-17 | elections next year | next year | 2026-01-01 | 2026-12-31
2025-03-17 | since last year | since last year | 2024-01-01 | -
2025-03-12 | in recent weeks | recent weeks | - | 2025-03-12
2025-03-12 | in the past two months | the past two months | 2025-01-12 | 2025-03-12
2025-03-12 | over the last year | the last year | 2024-03-12 | 2025-03-12
2025-03-12 | in the last 24 hours | the last 24 hours | 2025-03-11 | 2025-03-12
2025-03-12 | in the past few days | the past few days | - | 2025-03-12
2025-03-12 | in the coming days | the coming days | 2025-03-12 | -
2025-03-12 | over the next two weeks | the next two weeks | 2025-03-12 | 2025-03-26
2025-03-10 | closed its gates on March 2 | March 2 | 2025-03-02 | 2025-03-02
2025-03-10 | closed its gates on 2 March 2025 | 2 March 2025 | 2025-03-02 | 2025-03-02
2025-03-18 | the border clash of 9 March | 9 March | 2025-03-09 | 2025-03-09
2025-03-10 | Cairo, Mar. 10, 2025: talks | Mar. 10, 2025 | 2025-03-10 | 2025-03-10
2025-03-10 | logged 2025-03-10 in | 2025-03-10 | 2025-03-10 | 2025-03-10
2025-03-10 | logged 25/03/2025 in | 25/03/2025 | 2025-03-25 | 2025-03-25
2025-03-10 | logged 03/25/2025 in | 03/25/2025 | 2025-03-25 | 2025-03-25
2025-03-12 | on Tuesday, March 11, they | Tuesday, March 11 | 2025-03-11 | 2025-03-11
2025-03-12 | on Tuesday 11 March they | Tuesday 11 March | 2025-03-11 | 2025-03-11
2025-03-12 | the 10th of March | the 10th of March | 2025-03-10 | 2025-03-10
2025-01-05 | on December 20 they | December 20 | 2024-12-20 | 2024-12-20
2024-12-28 | on January 6 they | January 6 | 2025-01-06 | 2025-01-06
2025-03-12 | on April 3rd they | April 3rd | 2025-04-03 | 2025-04-03
2025-03-12 | on Sept. 3, 2017 it | Sept. 3, 2017 | 2017-09-03 | 2017-09-03
2025-03-12 | between March 3 and 9 | between March 3 and 9 | 2025-03-03 | 2025-03-09
2025-03-12 | the drills of March 3-5 | March 3-5 | 2025-03-03 | 2025-03-05
2025-03-12 | the drills of 3-5 March 2024 | 3-5 March 2024 | 2024-03-03 | 2024-03-05
2025-03-12 | from 28 February to 3 March | from 28 February to 3 March | 2025-02-28 | 2025-03-03
2025-03-12 | from February 28 to March 3 | from February 28 to March 3 | 2025-02-28 | 2025-03-03
2025-03-12 | since March 3 | since March 3 | 2025-03-03 | -
2025-03-12 | by April 2, he said | by April 2 | - | 2025-04-02
2025-03-12 | In January, rebels | January | 2025-01-01 | 2025-01-31 | 2026-01-01 | 2026-01-31
2025-03-12 | will vote in June | June | 2024-06-01 | 2024-06-30 | 2025-06-01 | 2025-06-30
2025-03-12 | in March 2018 | March 2018 | 2018-03-01 | 2018-03-31
2025-03-12 | in mid-February | mid-February | 2025-02-10 | 2025-02-20 | 2026-02-10 | 2026-02-20
2025-03-12 | in early December 2024 | early December 2024 | 2024-12-01 | 2024-12-10
2025-03-12 | in late January this year | late January this year | 2025-01-21 | 2025-01-31
2025-03-12 | at the end of February | the end of February | 2025-02-21 | 2025-02-28 | 2026-02-21 | 2026-02-28
2025-03-12 | last November they | last November | 2024-11-01 | 2024-11-30
2025-03-12 | last March they | last March | 2024-03-01 | 2024-03-31
2025-03-12 | next March they | next March | 2026-03-01 | 2026-03-31
2025-03-12 | February's raid | February | 2025-02-01 | 2025-02-28 | 2026-02-01 | 2026-02-28
2025-03-12 | since January | since January | 2025-01-01 | - | 2026-01-01 | -
2025-03-12 | until April 2026 | until April 2026 | - | 2026-04-30
2025-03-12 | from January to July 2015 | from January to July 2015 | 2015-01-01 | 2015-07-31
2025-03-12 | in the last week of February 2024 | the last week of February 2024 | 2024-02-23 | 2024-02-29
2025-03-12 | the first week of March 2024 | the first week of March 2024 | 2024-03-01 | 2024-03-07
2025-03-12 | the third quarter of 2024 | the third quarter of 2024 | 2024-07-01 | 2024-09-30
2025-03-12 | exports in Q3 2024 fell | Q3 2024 | 2024-07-01 | 2024-09-30
2025-03-12 | exports in the fourth quarter fell | the fourth quarter | 2024-10-01 | 2024-12-31 | 2025-10-01 | 2025-12-31
2025-03-12 | the first half of 2019 | the first half of 2019 | 2019-01-01 | 2019-06-30
2025-03-12 | the second half of last year | the second half of last year | 2024-07-01 | 2024-12-31
2025-03-12 | in the summer of 1980 | summer of 1980 | 1980-06-01 | 1980-08-31
2025-03-12 | last autumn they | last autumn | 2024-09-01 | 2024-11-30
2025-03-12 | the winter of 2017-18 | winter of 2017-18 | 2017-12-01 | 2018-02-28
2025-03-12 | last fall they | last fall | 2024-09-01 | 2024-11-30
2017-12-18 | Throughout 2017, the | 2017 | 2017-01-01 | 2017-12-31
2025-03-14 | have fought since 2011 | since 2011 | 2011-01-01 | -
2025-03-14 | signed in 1959 | 1959 | 1959-01-01 | 1959-12-31
2025-03-14 | built by 2030 | by 2030 | - | 2030-12-31
2025-03-14 | in early 2018 | early 2018 | 2018-01-01 | 2018-04-30
2025-03-14 | by the end of 2017 | by the end of 2017 | - | 2017-12-31
2025-03-14 | a 2015 declaration | 2015 | 2015-01-01 | 2015-12-31
2025-03-14 | from 2009 to 2017 | from 2009 to 2017 | 2009-01-01 | 2017-12-31
2025-03-14 | the 1950-53 war | 1950-53 | 1950-01-01 | 1953-12-31
2025-03-14 | two wars in the 1870s | the 1870s | 1870-01-01 | 1879-12-31
2025-03-14 | famine in the late 1990s | the late 1990s | 1996-01-01 | 1999-12-31
2025-03-14 | in the 90s | the 90s | 1990-01-01 | 1999-12-31
2025-03-14 | in the 19th century | the 19th century | 1801-01-01 | 1900-12-31
2025-03-14 | three days ago | three days ago | 2025-03-11 | 2025-03-11
2025-03-14 | a week ago | a week ago | 2025-03-07 | 2025-03-07
2025-03-14 | two weeks ago | two weeks ago | 2025-02-24 | 2025-03-02
2025-03-14 | six months ago | six months ago | 2024-09-01 | 2024-09-30
2025-03-14 | five years ago | five years ago | 2020-01-01 | 2020-12-31
2025-03-14 | a couple of days ago | a couple of days ago | 2025-03-12 | 2025-03-12
2025-03-14 | hours ago | hours ago | 2025-03-14 | 2025-03-14
2025-03-14 | several years ago | several years ago | - | 2024-03-14
2025-03-14 | The vote will be held in two weeks. | in two weeks | 2025-03-24 | 2025-03-30
2025-03-14 | in three days' time | in three days' time | 2025-03-17 | 2025-03-17
2025-03-14 | must leave, to be gone within 48 hours | within 48 hours | 2025-03-14 | 2025-03-16
2025-03-10 | shut on March 2. Sudan expelled him two days later. | two days later | 2025-03-04 | 2025-03-04
2025-03-11 | opened talks on Tuesday, a day after Cairo left | a day after | 2025-03-10 | 2025-03-10
2025-03-17 | Egypt on Monday lifted it, hours after they were freed | hours after | 2025-03-17 | 2025-03-17
2025-03-12 | two days before Monday's vote | two days before | 2025-03-08 | 2025-03-08
2025-03-12 | A day after he left, they met on Tuesday. | A day after | 2025-03-10 | 2025-03-10
2025-03-12 | He spoke on March 3 and left the next day. | the next day | 2025-03-04 | 2025-03-04
2025-03-12 | He spoke on March 3. The following week he left. | The following week | 2025-03-10 | 2025-03-16
2025-03-12 | He spoke on March 3 and left later that day. | later that day | 2025-03-03 | 2025-03-03
2025-03-12 | He spoke on March 3 and left the following Friday. | the following Friday | 2025-03-07 | 2025-03-07
2025-03-12 | Signed in 1988. Five years later it fell. | Five years later | 1993-01-01 | 1993-12-31
2017-12-27 | a statement on Boxing Day | Boxing Day | 2017-12-26 | 2017-12-26 | 2018-12-26 | 2018-12-26
2025-03-11 | On International Women's Day some | International Women's Day | 2025-03-08 | 2025-03-08 | 2026-03-08 | 2026-03-08
2025-03-10 | the country marked Adwa Victory Day | Adwa Victory Day | 2025-03-02 | 2025-03-02 | 2026-03-02 | 2026-03-02
2025-03-17 | a Saint Patrick’s Day reception | Saint Patrick’s Day | 2025-03-17 | 2025-03-17
2025-04-22 | on Easter Monday | Easter Monday | 2025-04-21 | 2025-04-21 | 2026-04-06 | 2026-04-06
2025-12-01 | on Thanksgiving | Thanksgiving | 2025-11-27 | 2025-11-27 | 2026-11-26 | 2026-11-26
2025-06-01 | on Memorial Day | Memorial Day | 2025-05-26 | 2025-05-26 | 2026-05-25 | 2026-05-25
2025-03-12 | a truce for Eid al-Fitr 2024 | Eid al-Fitr 2024 | 2024-04-10 | 2024-04-12
2025-03-12 | on Christmas Day 1991 | Christmas Day 1991 | 1991-12-25 | 1991-12-25
2018-02-20 | over Lunar New Year | Lunar New Year | 2018-02-16 | 2018-02-16 | 2019-02-05 | 2019-02-05
2023-10-01 | on Yom Kippur | Yom Kippur | 2023-09-25 | 2023-09-25 | 2024-10-12 | 2024-10-12
2025-03-12 | after the September 11 attacks | September 11 attacks | 2001-09-11 | 2001-09-11
2025-03-12 | since the Good Friday Agreement | Good Friday Agreement | 1998-04-10 | 1998-04-10
"""
