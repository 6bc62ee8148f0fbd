return { other = require "lib.first" }
