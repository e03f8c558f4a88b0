# Tamga: `make demo` shows it at work, `make test` checks it, `make help` lists the rest.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help setup build certs demo test selftest-avx512 backup-drill bench bench-kernels bench-store evaluate weights fuzz \
	fuzz-million tls-fuzz crash-test register-test load verdict-matrix tools-test siege clean

SWIFT ?= swift
# More flags for the compiler's driver, for example FLAGS="-j 2".
FLAGS ?=
# Matching in a debug build is too slow to test. Building and testing share one set of products as long as testing
# does not ask for testable imports (which no test here uses): neither rebuilds what the other built.
BUILD := -c release --explicit-target-dependency-import-check error $(FLAGS)
TEST := $(BUILD) --disable-testable-imports --disable-xctest
# $(call timed,what,command) runs the command and says how long it took.
timed = start=$$SECONDS; $(2); echo "$(1): $$((SECONDS - start)) s"

help: ## lists these targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## checks for Swift 6.2+ and installs missing system packages (Debian, Ubuntu)
	@tools/setup

build: setup ## builds the server, the command line and the tools
	@$(call timed,build,$(SWIFT) build $(BUILD))

certs: ## makes development certificates in certs/generated
	@certs/make-dev-certs

demo: build certs ## builds, then enrols, identifies, verifies and restarts, and checks every answer
	@tools/demo

test: setup ## builds and runs every test; the last lines are the test runner's
	@$(call timed,build of the tests,$(SWIFT) build --build-tests $(BUILD))
	@$(SWIFT) test --skip-build $(TEST)

# Options of tamga-drill, for example DRILL="--seed 7 --persons 2000".
DRILL ?=

backup-drill: build ## backs up a server under load, restores it elsewhere, compares 1,000 answers of both
	@$(call timed,backup-drill,"$$($(SWIFT) build $(BUILD) --show-bin-path)/tamga-drill" $(DRILL))

# Naming the level makes it an error that the processor lacks it.
selftest-avx512: setup ## runs the self-test on an emulated processor with AVX-512 (Debian; builds Bochs, 5 minutes)
	@tools/emulated/setup
	@$(call timed,build of the self-test,$(SWIFT) build $(BUILD) --product tamga-selftest)
	@tools/emulated/run "$$($(SWIFT) build $(BUILD) --show-bin-path)" "TAMGA_KERNEL_LEVEL=avx512 tamga-selftest" | \
		awk '{ print; fflush(); last = $$0 } END { exit last != "all agree" }'

# Options of tamga-bench, for example BENCH=--quick or BENCH="--fingers 100000 --probes 50".
BENCH ?=

bench: setup ## measures the search (1 M fingers); the table, bench.json, and .bench with the chart
	@$(call timed,build of the benchmark,$(SWIFT) build $(BUILD) --product tamga-bench)
	@$(call timed,bench,"$$($(SWIFT) build $(BUILD) --show-bin-path)/tamga-bench" --output .bench --copy bench.json \
		--thresholds Benchmarks/Thresholds/search.json $(BENCH))

bench-kernels: setup ## micro benchmarks of the stages, with the benchmark library
	@$(call timed,bench-kernels,$(SWIFT) package --package-path Benchmarks benchmark)

# Options of tamga-store-bench, for example STORE="--fingers 100000".
STORE ?=

bench-store: build ## measures enrolments with and without shared transactions, and starts on 1 M fingers
	@$(call timed,bench-store,"$$($(SWIFT) build $(BUILD) --show-bin-path)/tamga-store-bench" $(STORE))

evaluate: build ## measures every set below TAMGA_DATA against the targets; reports in .evaluation
	@$(call timed,evaluate,"$$($(SWIFT) build $(BUILD) --show-bin-path)/tamga-eval" evaluate --output .evaluation)

weights: build ## trains the signature anew from the templates below TAMGA_DATA (needs Python with numpy, scipy)
	@pairs=$$(mktemp); trap 'rm -f "$$pairs"' EXIT; \
	sets=$$("$$($(SWIFT) build $(BUILD) --show-bin-path)/tamga-eval" export "$$pairs" --from-cylinders | \
		sed 's/.*sets: //'); \
	$(call timed,weights,tools/train/train-signature "$$pairs" --sets "$$sets")

# Seconds of it, and one format instead of all: FUZZ="300 iso-2011".
FUZZ ?= 60

fuzz: setup ## lets libFuzzer look for bytes that bring a template decoder down (FUZZ="SECONDS FORMAT")
	@$(call timed,fuzz,tools/fuzz/run $(FUZZ))

# Handshakes, and the seed of all of them: TLS_FUZZ="10000 7".
TLS_FUZZ ?=

tls-fuzz: build ## breaks a message of each of 2,000 TLS handshakes with a server (needs Python, the package index)
	@$(call timed,tls-fuzz,tools/tls-fuzz/run $(TLS_FUZZ))

fuzz-million: setup ## reads a million mutated records of each format; counts, time and memory of each
	@$(call timed,build of the tests,$(SWIFT) build --build-tests $(BUILD))
	@$(call timed,fuzz-million,TAMGA_MUTATIONS=1000000 $(SWIFT) test --skip-build $(TEST) --filter MutationTests)

# Lives of the server, and the seed of all plans: CRASH="--rounds 1000 --seed 7".
CRASH ?=

crash-test: build ## kills a loaded server 200 times, at every crash point too, and audits what it answered
	@$(call timed,crash-test,"$$($(SWIFT) build $(BUILD) --show-bin-path)/tamga-crash" $(CRASH))

# Options of tamga-register-test, for example REGISTER="--persons 100 --seed 7".
REGISTER ?=

register-test: build ## 8 stations register the same 500 persons at once, then again under kills: once each
	@$(call timed,register-test,"$$($(SWIFT) build $(BUILD) --show-bin-path)/tamga-register-test" $(REGISTER))

# Options of tamga-load, for example LOAD="--rate 100 --html load.html" or LOAD=--step-search (docs/LOAD.md).
LOAD ?=

load: build ## sends requests at a rate of their own and checks every answer; latencies, the highest rate that holds
	@$(call timed,load,"$$($(SWIFT) build $(BUILD) --show-bin-path)/tamga-load" $(LOAD))

verdict-matrix: setup ## what is said of real ten-prints, by what is true (TAMGA_DATA names the templates)
	@$(SWIFT) build --build-tests $(BUILD)
	@TAMGA_VERDICTS=all $(SWIFT) test --skip-build $(TEST) --filter VerdictMatrixTests

tools-test: setup ## the Python client, the dissector for Wireshark, load and metrics at a server (needs python3, tshark)
	@$(SWIFT) build --build-tests $(BUILD)
	@TAMGA_TOOLS=all $(SWIFT) test --skip-build $(TEST) --filter "PythonClientTests|WiresharkTests" \
		--filter "LoadRunTests|MetricsListenerTests|WatchingTests"

siege: setup ## hostile clients of all kinds against the server: a million random frames, 10,000 connections
	@$(SWIFT) build --build-tests $(BUILD)
	@TAMGA_SIEGE=all $(SWIFT) test --skip-build $(TEST) --filter "SlowClientTests|FloodTests|HostilePortTests|ReloadUnderLoad"

clean: ## removes what was built and the development certificates
	@$(SWIFT) package clean
	@rm -rf certs/generated
