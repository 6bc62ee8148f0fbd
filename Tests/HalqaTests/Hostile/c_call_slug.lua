-- A helper of the host that is given ten megabytes.
-- exit: 0 3
-- says: limit|e-e-e
return function() return #slug(("é "):rep(5000000)) end
