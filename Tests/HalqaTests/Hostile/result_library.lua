-- The community itself is not a document.
-- exit: 1
-- says: a community
return function(community) return community end
