-- A coroutine that resumes and closes itself.
-- exit: 1
-- says: cannot resume non-suspended coroutine
return function()
  local co
  co = coroutine.wrap(function()
    pcall(coroutine.close, coroutine.running())
    return co()
  end)
  return co()
end
