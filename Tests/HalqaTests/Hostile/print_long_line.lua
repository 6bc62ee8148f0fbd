-- One line of thirty megabytes.
-- exit: 0 3
-- says: memory limit|ok
return function() print(("x"):rep(30000000)) return "ok" end
