local open = {
return open
