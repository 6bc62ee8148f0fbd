-- rawset does not get around frozen globals, nor _G, nor _ENV.
-- exit: 1
-- says: read-only
return function()
  rawset(_ENV, "print", nil)
  return print("gone")
end
