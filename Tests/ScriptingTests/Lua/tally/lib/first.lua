return require "lib.second"
