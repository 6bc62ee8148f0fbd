-- What could reach the system is not there.
-- exit: 0
-- says: absent
return function()
  for _, name in ipairs { "io", "os", "package", "debug", "dofile", "loadfile", "collectgarbage", "require" } do
    assert(not pcall(load("return " .. name)), name)
  end
  assert(not pcall(function() return string.dump end))
  return "absent"
end
