// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
// The flow of a rollout, written so that a person can read it, keep it and change it.
#include "engine/client/rollout.h"

#include "engine/json/json.h"

namespace batuta::client {
namespace {

constexpr std::string_view kGoesOn = "!failure() && !cancelled()";

constexpr std::string_view kHead = R"(batuta: 1
name: rollout
title: {en: Roll out, pt_BR: Implantar em etapas}
description: A new revision on its way to all of the traffic. Save it below flows/ to make it your own.
labels: {system: releases}
concurrency: {limit: 1, key: "${{ input.environment }}/${{ input.service }}", when_full: reject}
input:
  type: object
  required: [service]
  properties:
    environment: {type: string, default: ""}
    service: {type: string}
    image: {type: string, default: ""}
    from: {type: string, default: "", description: "The revision that is copied"}
    suffix: {type: string, default: "", description: "Of the name of the new revision"}
    settings: {type: object, default: {}}
    env: {type: object, default: {}}
    unset: {type: array, default: []}
    reason: {type: string, default: "", description: "For the audit"}
    confirm: {type: string, default: "", description: "The name of the service, where production wants it typed"}
)";

constexpr std::string_view kDeploy = R"(  deploy:
    title: {en: New revision with 0 %, pt_BR: Nova revisão com 0 %}
    cloud_run:
      action: deploy
      environment: "${{ input.environment }}"
      service: "${{ input.service }}"
      image: "${{ input.image }}"
      from: "${{ input.from }}"
      suffix: "${{ input.suffix }}"
      tag: "${{ input.tag }}"
      settings: "${{ input.settings }}"
      env: "${{ input.env }}"
      unset: "${{ input.unset }}"
      percent: 0
      reason: "${{ input.reason }}"
      confirm: "${{ input.confirm }}"
)";

constexpr std::string_view kPlace = R"(      environment: "${{ input.environment }}"
      service: "${{ input.service }}"
)";
constexpr std::string_view kMay = R"(      reason: "${{ input.reason }}"
      confirm: "${{ input.confirm }}"
)";
constexpr std::string_view kRevision = R"(      revision: "${{ steps.healthy.output.revision }}"
)";

/// Who is asked for its health alone, or rehearsed, needs an address of its own.
std::string tagOf(const RolloutRequest &request)
{
    const bool needsOne = !request.healthPath.empty() || !rehearsalsJson(request).asArray().empty();
    return request.tag.empty() && needsOne ? "canary" : request.tag;
}

/// Writes the steps one after the other.
class Writer
{
public:
    explicit Writer(const RolloutRequest &request)
        : m_request(request)
        , m_text(kHead)
    {
        if (!request.revision.empty())
            m_text += "    revision: {type: string, description: \"One that is there already\"}\n";
        m_text +=
            "    tag: {type: string, default: " + json::write(json::Value(tagOf(request))) +
            "}\n    health_path: {type: string, default: " + json::write(json::Value(request.healthPath)) +
            "}\n    gates: {type: array, default: " + json::write(gatesJson(request)) + "}\n";
        const json::Value rehearsals = rehearsalsJson(request);
        m_rehearses = !rehearsals.asArray().empty();
        if (m_rehearses)
            m_text += "    rehearsals: {type: array, default: " + json::write(rehearsals) + "}\n";
        m_text += "steps:\n";
    }

    std::string whole()
    {
        writeBeginning();
        if (m_rehearses)
            writeRehearsal();
        for (std::size_t i = 0; i < m_request.stages.size(); ++i)
            writeStage(i);
        if (m_request.isPromoted)
            writeMove("promote", 100, amongAll());
        m_text += "output: {revision: \"${{ steps.healthy.output.revision }}\", url: \"${{ "
                  "steps.healthy.output.url }}\"}\n";
        if (!m_request.stages.empty() || m_request.isPromoted)
            writeEnd();
        return std::move(m_text);
    }

private:
    void begin(const std::string &step, const std::string &en, const std::string &pt,
               const std::string &more = {})
    {
        m_text += "  " + step + ":\n    title: {en: \"" + en + "\", pt_BR: \"" + pt + "\"}\n";
        if (!m_before.empty())
            m_text +=
                "    needs: [" + m_before + "]\n    if: \"${{ " + std::string(kGoesOn) + more + " }}\"\n";
        m_before = step;
    }
    void writeBeginning()
    {
        if (m_request.revision.empty()) {
            m_text += kDeploy;
            m_before = "deploy";
        } else if (!tagOf(m_request).empty()) {
            begin("address", "An address of its own", "Um endereço próprio");
            m_text += "    cloud_run:\n      action: traffic\n" + std::string(kPlace) +
                      "      revision: \"${{ input.revision }}\"\n      tag: \"${{ input.tag }}\"\n" +
                      std::string(kMay);
        }
        const bool isNew = m_request.revision.empty();
        begin("healthy", "Healthy", "Saudável");
        m_text += "    cloud_run:\n      action: wait\n" + std::string(kPlace) + "      revision: \"${{ " +
                  (isNew ? "steps.deploy.output.revision" : "input.revision") +
                  " }}\"\n      path: \"${{ input.health_path }}\"\n      for: 5m\n";
    }
    /// Before anybody else gets to it.
    void writeRehearsal()
    {
        begin("rehearse", "Recorded executions once more", "Execuções gravadas mais uma vez");
        m_text += "    cloud_run:\n      action: gate\n" + std::string(kPlace) + std::string(kRevision) +
                  "      percent: 0\n      gates: \"${{ input.rehearsals }}\"\n";
    }
    /// Not when somebody has sent everything to it already.
    std::string unlessPromoted() const
    {
        std::string text;
        for (std::size_t i = 1; i <= m_gates; ++i)
            text += " && !steps.gate_" + std::to_string(i) + ".output.promoted";
        return text;
    }
    void writeMove(const std::string &step, int percent, const std::string &among)
    {
        const std::string share = std::to_string(percent) + " %";
        begin(step, share, share, step == "promote" ? std::string() : unlessPromoted());
        m_text += "    cloud_run:\n      action: traffic\n" + std::string(kPlace) + std::string(kRevision) +
                  "      percent: " + std::to_string(percent) + "\n" + among + std::string(kMay);
    }
    void writeStage(std::size_t i)
    {
        const RolloutStage &stage = m_request.stages[i];
        const std::string number = std::to_string(i + 1), share = std::to_string(stage.percent) + " %";
        writeMove("to_" + number, stage.percent,
                  i == 0 ? std::string()
                         : "      among: [" + std::to_string(m_request.stages[i - 1].percent) + "]\n");
        const std::string time = durationText(stage.length);
        begin("gate_" + number, "Watch " + share + " for " + time, "Observar " + share + " por " + time,
              unlessPromoted());
        m_text +=
            "    cloud_run:\n      action: gate\n" + std::string(kPlace) + std::string(kRevision) +
            "      percent: " + std::to_string(stage.percent) + "\n      for: " + time +
            "\n      gates: \"${{ input.gates }}\"\n      on_break: " + (m_request.holds ? "tell" : "fail") +
            "\n";
        ++m_gates;
        if (!m_request.holds)
            return;
        const std::string gate = "steps.gate_" + number;
        begin("ask_" + number, "Go on after " + share + "?", "Continuar após " + share + "?",
              " && " + gate + ".status == 'success' && !" + gate + ".output.passed");
        m_text += "    approval:\n      role: releases.route\n      message: \"${{ " + gate +
                  ".output.why }}\"\n"
                  "      traffic:\n        environment: \"${{ input.environment }}\"\n        service: \"${{ "
                  "input.service }}\"\n        revision: \"${{ steps.healthy.output.revision }}\"\n        "
                  "percent: " +
                  std::to_string(stage.percent) + "\n";
        if (m_request.heldMost > Duration{})
            m_text += "      expires: " + durationText(m_request.heldMost) + "\n";
    }
    std::string amongAll() const
    {
        if (m_request.stages.empty())
            return {};
        std::string text;
        for (const RolloutStage &stage : m_request.stages)
            text += (text.empty() ? "" : ", ") + std::to_string(stage.percent);
        return "      among: [" + text + "]\n";
    }
    /// Of the shares that were given, or may have been when nobody knows: others are somebody else's.
    void writeEnd()
    {
        m_text +=
            "finally:\n  go_back:\n    title: {en: \"Back to what served before\", pt_BR: \"Voltar ao que "
            "servia antes\"}\n    if: \"${{ (failure() || cancelled()) && steps.healthy.status == "
            "'success' }}\"\n    cloud_run:\n      action: traffic\n" +
            std::string(kPlace) + std::string(kRevision) +
            "      traffic: \"${{ steps.healthy.output.traffic }}\"\n      among:\n";
        const auto share = [this](const std::string &step, int percent) {
            m_text += "        - \"${{ steps." + step + ".status != 'skipped' && " + std::to_string(percent) +
                      " }}\"\n";
        };
        for (std::size_t i = 0; i < m_request.stages.size(); ++i)
            share("to_" + std::to_string(i + 1), m_request.stages[i].percent);
        if (m_request.isPromoted)
            share("promote", 100);
        m_text += kMay;
    }

    const RolloutRequest &m_request;
    std::string m_text;
    std::string m_before; ///< the step that the next one needs
    std::size_t m_gates = 0;
    bool m_rehearses = false;
};

} // namespace

std::string rolloutFlow(const RolloutRequest &request)
{
    return Writer(request).whole();
}

json::Value rolloutInput(const RolloutRequest &request)
{
    const json::Value json = toJson(request);
    return json::Object{{"environment", request.environment},
                        {"service", request.service},
                        {"revision", request.revision},
                        {"image", request.draft.image},
                        {"from", request.draft.from},
                        {"suffix", request.draft.suffix},
                        {"tag", tagOf(request)},
                        {"settings", json["draft"]["settings"]},
                        {"env", json["draft"]["env"]},
                        {"unset", json["draft"]["unset"]},
                        {"health_path", request.healthPath},
                        {"stages", json["stages"]},
                        {"gates", gatesJson(request)},
                        {"rehearsals", rehearsalsJson(request)},
                        {"reason", request.why},
                        {"confirm", request.confirmed}};
}

} // namespace batuta::client
