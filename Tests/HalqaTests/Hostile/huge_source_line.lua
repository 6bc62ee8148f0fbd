-- A chunk of many megabytes made at run time.
-- exit: 0 3
-- says: compiled|memory limit|time limit
return function() return load("return {" .. ("1,"):rep(5000000) .. "}") and "compiled" end
