-- A report within a report within a report.
-- exit: 1
-- says: must be|a report|returned
local inner = report { title = "x", run = function() return 1 end }
return report { title = "x", run = inner }
