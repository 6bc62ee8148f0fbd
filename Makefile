# Every command of the project. `make` alone lists them; each does the set-up that it needs.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

# What is checked and laid out: the Swift sources, and the scripts that may only use the Lua API's names.
SWIFT_SOURCES := Package.swift Sources Tests
LUA_FOLDERS := $(wildcard Scripts Plugins docs/gallery Tests/Benchmarks/reports)
LUA_FILES := $(if $(LUA_FOLDERS),$(shell find $(LUA_FOLDERS) -name '*.lua'))

# The command as users get it: optimised, with Swift's library linked in. Generic types are made by calls and not by their
# names: names have each type's conformances looked for among all there are, which takes a sixth of a short run.
RELEASE := swift build -c release --static-swift-stdlib \
    -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors
HALQA := .build/release/halqa

# The community that `make demo` makes, and the reports that it runs there.
DEMO := .build/demo
DEMO_REPORTS := Scripts/overdue.lua workplan/quarters follow_up/recommendations

# Where `make bench` writes what it measured.
PAGE := docs/benchmarks.md

PREFIX := /usr/local
DESTDIR :=

# Pages of docs/ that are generated: what generates some gets a rule here, and `make docs` runs it.
GENERATED_PAGES := docs/reference docs/gallery.md

.PHONY: help
help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: set-up
set-up:
	@.ci/set-up

.PHONY: demo
demo: build ## make the demo community and run reports over it
	@rm -rf $(DEMO)
	$(HALQA) init --demo $(DEMO)
	@for report in $(DEMO_REPORTS); do \
	    printf '\n$$ halqa run %s\n' "$$report"; \
	    $(HALQA) --community $(DEMO) run "$$report"; \
	done
	@printf '%s\n' '' 'The demo community is in $(DEMO). To go on:' '' \
	    '    export HALQA_COMMUNITY=$$PWD/$(DEMO) PATH=$$PWD/.build/release:$$PATH' \
	    '    halqa list organizations' \
	    '    halqa show session gcm-talk-2023-09' \
	    '    halqa --as focal-jor --language ar run Scripts/session_briefing.lua session=gcm-talk-2023-09' \
	    '    halqa runs list' \
	    '    halqa --help'

.PHONY: build
build: set-up ## build the command, optimised
	$(RELEASE) --product halqa

# As many tests at a time as there are cores: a test may start a worker whose deadline runs on the wall's clock. Without
# colours, as the log is searched. The command is tested as users get it: the optimizer has been wrong before.
.PHONY: test
test: build ## build everything and run the tests
	HALQA_PROGRAM=$(CURDIR)/$(HALQA) NO_COLOR=1 swift test --disable-xctest --experimental-maximum-parallelization-width "$$(getconf _NPROCESSORS_ONLN)" \
	    2>&1 | tee .build/test.log || { .ci/tests-ran .build/test.log; exit 1; }
	@.ci/tests-ran .build/test.log

# Warnings are errors by Package.swift, so building everything is a check.
.PHONY: lint
lint: set-up ## check the style, the warnings, the arrows between modules, the Lua scripts and the gallery
	swift format lint --strict --recursive $(SWIFT_SOURCES)
	@for check in .ci/tests/*.sh; do "$$check"; done
	@.ci/arrows
	@.ci/links
	@[ -n '$(LUA_FILES)' ] || { echo 'There is no Lua script in Scripts or Plugins to check.' >&2; exit 1; }
	luacheck --quiet $(LUA_FILES)
	swift build --build-tests
	@.ci/gallery .build/debug/halqa --check

.PHONY: format
format: set-up ## lay out the Swift sources
	swift format --in-place --recursive $(SWIFT_SOURCES)

.PHONY: docs
docs: set-up $(GENERATED_PAGES) ## write the generated pages of docs anew

# With the types for editors, of which luacheck takes the names that scripts may use.
.PHONY: docs/reference
docs/reference: build
	$(HALQA) reference docs/reference
	$(HALQA) types docs/types

.PHONY: docs/gallery.md
docs/gallery.md: build
	.ci/gallery $(HALQA)

# Made once in BENCH and kept there: the communities, the peers. ROUNDS=1 ITEMS=10000 tries it in a few minutes;
# with PAGE=/dev/stdout for a look only; UNDER='chrt -f 10', as root, where other work would get in the way.
BENCH := .build/bench
ITEMS := 1000000
ROUNDS := 5
UNDER :=

.PHONY: bench
bench: build ## measure Halqa beside its peers, and write docs/benchmarks.md
	@.ci/set-up packages-of-benchmarks
	$(RELEASE) --product Benchmarks
	$(UNDER) /usr/bin/python3 Tests/Benchmarks/bench.py .build/release $(BENCH) $(ITEMS) $(ROUNDS) >$(BENCH).md
	mv $(BENCH).md $(PAGE)

.PHONY: check-pages
check-pages: build ## check the reports' pages by VNU_JAR=vnu.jar and AXE_JS=axe.min.js
	.ci/pages $(HALQA)

# How long each way in is tried, in seconds.
SECONDS_EACH := 60

.PHONY: fuzz
fuzz: set-up ## make up hostile input for SECONDS_EACH=60 each and see that all is taken or refused
	.ci/fuzz $(SECONDS_EACH)

# The modules in C and those that call them, under AddressSanitizer and then ThreadSanitizer.
.PHONY: sanitize
sanitize: set-up ## run the tests of Lua's modules under the sanitizers
	.ci/sanitize

# How long scripts are run without a pause.
MINUTES := 60

.PHONY: soak
soak: build ## run honest and hostile scripts, four at a time, for MINUTES=60
	.ci/soak $(HALQA) $(MINUTES)

.PHONY: install
install: build ## install the command, its plugins and its completions (PREFIX=/usr/local)
	install -D -m 755 $(HALQA) '$(DESTDIR)$(PREFIX)/bin/halqa'
	find Plugins -type f -exec install -D -m 644 {} '$(DESTDIR)$(PREFIX)/share/halqa/{}' ';'
	@completions() { $(HALQA) --generate-completion-script "$$1" | install -D -m 644 /dev/stdin "$$2"; }; \
	completions bash '$(DESTDIR)$(PREFIX)/share/bash-completion/completions/halqa'; \
	completions zsh '$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_halqa'; \
	completions fish '$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/halqa.fish'

.PHONY: clean
clean: ## remove everything that was built, the demo community too
	rm -rf .build
