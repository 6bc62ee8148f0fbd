-- Records are read-only.
-- exit: 1
-- says: read-only
return function(community) community.members:first().name = "Somebody else" end
