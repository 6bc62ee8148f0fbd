-- `lib` is the folder of the plugin that the file belongs to.
local marks = require "lib.marks"
return { quoted = function(text) return marks.open .. text .. marks.close end }
