-- A result that is not UTF-8 is refused, not mangled.
-- exit: 1
-- says: UTF-8
return function() return "\xff\xfe" end
