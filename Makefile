# Short names; every target is one Maven call.
.PHONY: help run verify nightly test format jar clean

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

run: ## the sandbox: gateway, PostgreSQL, SFTP, simulated post
	./mvnw spring-boot:test-run

verify: ## everything the gate checks
	./mvnw verify

nightly: ## the long rigs, and nothing else
	./mvnw verify -Pnightly

test: ## the tests that need no peer
	./mvnw test

format: ## format the Java sources
	./mvnw spotless:apply

jar: ## target/kt1-gateway.jar, without tests
	./mvnw -DskipTests package

clean: ## forget what was built; data/ stays
	./mvnw clean
