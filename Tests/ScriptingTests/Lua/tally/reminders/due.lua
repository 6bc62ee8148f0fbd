return reminder { title = "Due", every = { at = "08:00" }, run = function() return {} end }
