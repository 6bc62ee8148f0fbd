-- A table that grows while it is walked.
-- exit: 0
-- says: done
return function()
  local t = { a = 1 }
  for k in pairs(t) do t[k .. "x"] = 1 if #k > 1000 then break end end
  return "done"
end
