-- A function is not a document.
-- exit: 1
-- says: function
return function() return function() end end
