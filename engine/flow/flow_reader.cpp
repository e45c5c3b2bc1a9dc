// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/flow/graph_check.h"
#include "engine/flow/partial_reader.h"
#include "engine/flow/trigger_reader.h"

#include "engine/base/text.h"

#include <algorithm>
#include <array>
#include <openssl/evp.h>
#include <set>

namespace batuta::flow {
namespace {

constexpr int kFormatVersion = 1;

/// Reads the parts of one flow file in their order; a part that is broken leaves its default behind.
class FlowReader
{
public:
    FlowReader(Reading &reading, Field root)
        : m_reading(reading)
        , m_root(std::move(root))
        , m_flow(std::make_shared<Flow>())
    {
    }

    FlowPtr read(const std::string &file, std::string_view text)
    {
        m_flow->file = file;
        m_flow->version = versionOf(text);
        m_flow->source = std::string(text);
        m_reading.hasKeys(m_root, keys::flow());
        readNames();
        readLimits();
        readIdempotency();
        readBeginnings();
        readInput();
        readAllSteps();
        readOutput();
        checkUses(m_reading, {&m_steps, &m_finally, &m_flow->input.source(), m_isLinked});
        for (StepDraft &draft : m_steps)
            m_flow->steps.push_back(std::move(draft.step));
        for (StepDraft &draft : m_finally)
            m_flow->finallySteps.push_back(std::move(draft.step));
        m_flow->usesStepValues =
            std::any_of(m_reading.uses().begin(), m_reading.uses().end(), [](const Use &use) {
                return !use.reference.path.empty() && equalIgnoringCase(use.reference.path.front(), "steps");
            });
        return m_flow;
    }

private:
    void readNames()
    {
        if (const Field name = m_root["name"]) {
            m_flow->name = FlowName(m_reading.name(name).value_or(""));
            m_flow->place = m_reading.place(name.mark());
            m_flow->title.en = m_flow->name.value;
        }
        if (const Field title = m_root["title"])
            m_flow->title = m_reading.localText(title).value_or(m_flow->title);
        if (const Field description = m_root["description"])
            m_flow->description = m_reading.text(description).value_or("");
        if (const Field labels = m_root["labels"])
            m_flow->labels = m_reading.labels(labels).value_or(Labels());
    }

    void readLimits()
    {
        if (const Field deadline = m_root["deadline"])
            m_flow->deadline = m_reading.duration(deadline);
        if (const Field maxParallel = m_root["max_parallel"])
            m_flow->maxParallel =
                static_cast<int>(m_reading.integer(maxParallel, 1, 1000).value_or(m_flow->maxParallel));
    }

    void readIdempotency()
    {
        const Field field = m_root["idempotency"];
        if (!field || !m_reading.hasKeys(field, keys::idempotency()))
            return;
        Idempotency &idempotency = m_flow->idempotency.emplace();
        m_reading.enter(Scope::Idempotency);
        if (const Field key = field["key"])
            idempotency.key = m_reading.textTemplate(key).value_or(expr::Template());
        if (const Field window = field["window"])
            idempotency.window = m_reading.duration(window).value_or(idempotency.window);
        if (const Field onRepeat = field["on_repeat"])
            idempotency.onRepeat =
                static_cast<OnRepeat>(m_reading.choice(onRepeat, {"warn", "reject", "reuse"}).value_or(0));
    }

    void readBeginnings()
    {
        if (const Field concurrency = m_root["concurrency"])
            m_flow->concurrency = readConcurrency(m_reading, concurrency);
        if (const Field triggers = m_root["triggers"])
            m_flow->triggers = readTriggers(m_reading, triggers);
    }

    void readInput()
    {
        if (const Field input = m_root["input"])
            if (auto schema = m_reading.schema(input)) {
                m_flow->input = std::move(*schema);
                return;
            }
        if (auto any = json::Schema::compile(json::Object{{"type", "object"}}))
            m_flow->input = std::move(*any);
    }

    void readAllSteps()
    {
        StepDefaults defaults;
        defaults.deadline = m_flow->deadline;
        defaults.flow = m_flow->name.value;
        readDefaults(m_reading, m_root["defaults"], defaults);
        if (const Field steps = m_root["steps"])
            m_steps = readSteps(m_reading, steps, defaults, Scope::Step);
        if (const Field last = m_root["finally"])
            m_finally = readSteps(m_reading, last, defaults, Scope::Finally);
        refuseSameNames();
        const bool stepsLinked = linkSteps(m_reading, m_steps);
        const bool finallyLinked = linkSteps(m_reading, m_finally);
        m_isLinked = stepsLinked && finallyLinked;
    }

    void refuseSameNames()
    {
        std::set<std::string> names;
        for (const StepDraft &draft : m_steps)
            names.insert(draft.step.id.value);
        const auto take = [&](const Step &step, const Field &field) {
            if (!names.insert(step.id.value).second)
                m_reading.addAtKey(ErrorCode::FlowBadName, field, step.id.value + " is already a step",
                                   "Give the step another name.");
        };
        for (const StepDraft &draft : m_finally)
            take(draft.step, draft.field);
        for (const StepDraft &draft : m_steps)
            if (draft.step.compensate)
                take(*draft.step.compensate, draft.field["compensate"]);
    }

    void readOutput()
    {
        m_reading.enter(Scope::Output);
        if (const Field output = m_root["output"])
            m_flow->output = m_reading.tree(output);
    }

    Reading &m_reading;
    Field m_root;
    std::shared_ptr<Flow> m_flow;
    std::vector<StepDraft> m_steps;
    std::vector<StepDraft> m_finally;
    bool m_isLinked = true;
};

} // namespace

std::string versionOf(std::string_view text)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    constexpr std::size_t kBytes = 6;
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    if (EVP_Digest(text.data(), text.size(), digest.data(), &length, EVP_sha256(), nullptr) != 1 ||
        length < kBytes)
        return {};
    std::string hex;
    for (std::size_t i = 0; i < kBytes; ++i) {
        hex += kDigits[digest[i] >> 4];
        hex += kDigits[digest[i] & 15];
    }
    return hex;
}

bool isKnownVersion(Reading &reading, const Field &root)
{
    const Field version = root["batuta"];
    if (!version)
        return true; // a missing key is reported with the others
    const json::Value value = toJson(*version.node);
    if (value.isInteger() && value.asInteger() == kFormatVersion)
        return true;
    reading.add(ErrorCode::FlowVersion, version, version.node->text);
    return false;
}

PartialReading readPartly(const YamlNode &root, std::string_view text, const std::string &file)
{
    Reading reading(file);
    const Field field{&root, "", root.mark};
    // Of another version nothing is known, not even what a mistake would be.
    if (!reading.isMapping(field) || !isKnownVersion(reading, field))
        return {nullptr, reading.takeErrors(), {}};
    auto flow = FlowReader(reading, field).read(file, text);
    return {std::move(flow), reading.takeErrors(), reading.takeUses()};
}

FlowReading readFlow(std::string_view text, const std::string &file, const YamlLimits &limits)
{
    YamlReading yaml = readYaml(text, file, limits);
    if (!yaml.root)
        return {nullptr, std::move(yaml.errors)};
    PartialReading reading = readPartly(*yaml.root, text, file);
    if (!reading.errors.empty())
        reading.flow.reset();
    return {std::move(reading.flow), std::move(reading.errors)};
}

} // namespace batuta::flow
