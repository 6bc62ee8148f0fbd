-- An environment of its own gives no way to what is not there.
-- exit: 0
-- says: absent
return function()
  local found = load("return io or os or debug or package", "x", "t", {})()
  return found == nil and "absent" or "found"
end
