// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0

// podium-jq RESULTS BYTES MEMORY SECONDS: evaluates one jq expression with libjq (https://jqlang.github.io/jq/) for
// models/json/jqrunner.h, which says why this is a process of its own. Nothing of Podium or Qt is in it, so that it
// starts within milliseconds.
//
// Standard input: the length of the expression in bytes, a line end, the expression, the document to the end.
// Standard output, one line each:
//   r JSON      a result
//   e TEXT      the expression failed, as a JSON string; results before it count
//   c TEXT      the expression cannot be compiled, as a JSON string
//   d TEXT      the document cannot be read by jq, as a JSON string
//   t           there are more results than asked for
//   .           the end: without this line something stopped the process
//
// podium-jq check MEMORY SECONDS: for models/json/jqcheck.h, which expressions can be compiled; nothing is evaluated.
// Standard input: one expression after the other, each with its length before it, as above.
// Standard output, one line for each expression, in order: "o", or "c TEXT"; then ".".
//
// Exit code 3: libjq gave up, nearly always because it would have needed more memory than allowed.

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>
#include <vector>

extern "C" {
#include <jq.h>
}

namespace {

constexpr int kGaveUp = 3;

struct Limits
{
    long results = 0;
    long bytes = 0;  ///< of output
    long memory = 0; ///< bytes of address space
    long seconds = 0;
};

void limit(__rlimit_resource resource, long value)
{
    const rlimit both{static_cast<rlim_t>(value), static_cast<rlim_t>(value)};
    setrlimit(resource, &both);
}

/// Podium stops it at the limit of time; this is for the case that Podium itself is gone.
void confine(const Limits &limits)
{
    limit(RLIMIT_AS, limits.memory);
    limit(RLIMIT_CPU, limits.seconds);
    limit(RLIMIT_CORE, 0); // variables must not get into a file
    limit(RLIMIT_FSIZE, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    // libjq 1.6 does not call its own handler for this (jv_nomem_handler) but aborts.
    std::signal(SIGABRT, [](int) { _exit(kGaveUp); });
}

bool readAll(std::string &text)
{
    char buffer[1 << 16];
    while (const std::size_t got = std::fread(buffer, 1, sizeof buffer, stdin))
        text.append(buffer, got);
    return !std::ferror(stdin);
}

/// Takes the JSON text of a value; frees the value.
std::string dump(jv value)
{
    jv text = jv_dump_string(value, 0);
    std::string bytes(jv_string_value(text), static_cast<std::size_t>(jv_string_length_bytes(jv_copy(text))));
    jv_free(text);
    return bytes;
}

void writeLine(char kind, std::string_view text)
{
    std::putchar(kind);
    if (!text.empty()) {
        std::putchar(' ');
        std::fwrite(text.data(), 1, text.size(), stdout);
    }
    std::putchar('\n');
}

std::string quoted(jv message)
{
    return dump(jv_get_kind(message) == JV_KIND_STRING ? message : jv_dump_string(message, 0));
}

void collectError(void *messages, jv message)
{
    auto &text = *static_cast<std::string *>(messages);
    jv formatted = jq_format_error(message);
    if (!text.empty())
        text += '\n';
    text += jv_string_value(formatted);
    jv_free(formatted);
}

void ignore(void *, jv message)
{
    jv_free(message);
}

void writeResults(jq_state *jq, const Limits &limits)
{
    long results = 0;
    long bytes = 0;
    jv result = jq_next(jq);
    for (; jv_is_valid(result); result = jq_next(jq)) {
        if (results >= limits.results || bytes >= limits.bytes) {
            jv_free(result);
            return writeLine('t', {});
        }
        const std::string text = dump(result);
        ++results;
        bytes += static_cast<long>(text.size());
        if (bytes > limits.bytes)
            return writeLine('t', {});
        writeLine('r', text);
    }
    if (jv_invalid_has_msg(jv_copy(result))) {
        writeLine('e', quoted(jv_invalid_get_msg(result)));
        return;
    }
    jv_free(result);
    jv halted = jq_halted(jq) ? jq_get_error_message(jq) : jv_invalid();
    if (jv_is_valid(halted))
        writeLine('e', quoted(halted));
    else
        jv_free(halted);
}

void evaluate(const std::string &expression, std::string_view document, const Limits &limits)
{
    jv input = jv_parse_sized(document.data(), static_cast<int>(document.size()));
    if (!jv_is_valid(input))
        return writeLine('d', quoted(jv_invalid_get_msg(input)));
    jq_state *jq = jq_init();
    std::string messages;
    jq_set_error_cb(jq, collectError, &messages);
    jq_set_debug_cb(jq, ignore, nullptr);
    jq_set_input_cb(
        jq, [](jq_state *, void *) { return jv_invalid(); }, nullptr);
    jq_set_attr(jq, jv_string("JQ_LIBRARY_PATH"), jv_array()); // no modules
    if (!jq_compile(jq, expression.c_str())) {
        jv_free(input);
        writeLine('c', quoted(jv_string_sized(messages.data(), static_cast<int>(messages.size()))));
    } else {
        jq_start(jq, input, 0);
        writeResults(jq, limits);
    }
    jq_teardown(&jq);
}

/// Empty where it can be compiled, else what is said against it.
std::string compileFault(const std::string &program)
{
    jq_state *jq = jq_init();
    std::string messages;
    jq_set_error_cb(jq, collectError, &messages);
    jq_set_attr(jq, jv_string("JQ_LIBRARY_PATH"), jv_array()); // no modules
    if (jq_compile(jq, program.c_str()))
        messages.clear();
    else if (messages.empty())
        messages = "compile error";
    jq_teardown(&jq);
    return messages;
}

/// libjq 1.6 reads its own library anew for each program, some 10 ms: so many expressions are one program, and only
/// where that is wrong are they looked at in halves.
void check(const std::vector<std::string> &expressions, std::size_t begin, std::size_t end)
{
    if (begin == end)
        return;
    std::string program = ". as $WORKFLOW | . as $SECRET | . as $CONST |\n"; // what SonataFlow gives to expressions
    std::string calls; // of what is not called libjq does not look for the names
    for (std::size_t i = begin; i < end; ++i) {
        const std::string name = "podium" + std::to_string(i);
        program += "def " + name + ": (" + expressions[i] + "\n);\n";
        calls += name + ", ";
    }
    const std::string fault = compileFault(program + calls + ".");
    if (!fault.empty() && end - begin > 1) {
        const std::size_t middle = begin + (end - begin) / 2;
        check(expressions, begin, middle);
        check(expressions, middle, end);
        return;
    }
    for (std::size_t i = begin; i < end; ++i) {
        if (fault.empty())
            writeLine('o', {});
        else
            writeLine('c', quoted(jv_string_sized(fault.data(), static_cast<int>(fault.size()))));
    }
    std::fflush(stdout); // what is told by now counts, should the next one be too much
}

int checkAll(const Limits &limits)
{
    std::string input;
    if (!readAll(input))
        return 2;
    std::vector<std::string> expressions;
    for (std::size_t at = 0; at < input.size();) {
        const std::size_t lineEnd = input.find('\n', at);
        const std::size_t length = std::strtoul(input.c_str() + at, nullptr, 10);
        if (lineEnd == std::string::npos || length > input.size() - lineEnd - 1)
            return 2;
        expressions.push_back(input.substr(lineEnd + 1, length));
        at = lineEnd + 1 + length;
    }
    confine(limits);
    check(expressions, 0, expressions.size());
    writeLine('.', {});
    return std::fflush(stdout) == 0 ? 0 : 2;
}

} // namespace

int main(int count, char **arguments)
{
    if (count == 4 && std::string_view(arguments[1]) == "check")
        return checkAll({0, 0, std::strtol(arguments[2], nullptr, 10), std::strtol(arguments[3], nullptr, 10)});
    if (count != 5) {
        std::fputs("podium-jq is a part of Podium and not to be started by hand.\n", stderr);
        return 2;
    }
    const auto number = [arguments](int at) { return std::strtol(arguments[at], nullptr, 10); };
    const Limits limits{number(1), number(2), number(3), number(4)};
    std::string input;
    if (!readAll(input))
        return 2;
    const std::size_t lineEnd = input.find('\n');
    const std::size_t length = std::strtoul(input.c_str(), nullptr, 10);
    if (lineEnd == std::string::npos || length > input.size() - lineEnd - 1)
        return 2;
    confine(limits);
    evaluate(input.substr(lineEnd + 1, length), std::string_view(input).substr(lineEnd + 1 + length), limits);
    writeLine('.', {});
    return std::fflush(stdout) == 0 ? 0 : 2;
}
