-- A chunk of many megabytes made at run time.
-- exit: 0 1 3
-- says:
return function() return load("return {" .. ("1,"):rep(5000000) .. "}") and "compiled" end
