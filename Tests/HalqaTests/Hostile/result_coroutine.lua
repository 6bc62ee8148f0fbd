-- A coroutine is not a document.
-- exit: 1
-- says: coroutine
return function() return coroutine.create(function() end) end
