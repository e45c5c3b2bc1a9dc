// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/environments/convert.h"

#include "engine/base/text.h"
#include "engine/env/secret_reference.h"

#include <algorithm>
#include <array>

namespace batuta::environments {
namespace {

const std::string kReferenceReason =
    "--env-vars-file holds values only; a reference to Secret Manager belongs to service.yaml";

/// A comment without what ends a line for some reader only: it would end the comment there.
std::string oneLine(std::string_view comment)
{
    std::string text(comment);
    for (const std::string_view end : {"\r", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"})
        for (std::size_t at = text.find(end); at != std::string::npos; at = text.find(end, at))
            text.replace(at, end.size(), " ");
    return text;
}

/// Writes what stands between two entries, and the entries one by one.
class Conversion
{
public:
    Conversion(const EnvText &from, const ConvertOptions &options)
        : m_from(from)
        , m_options(options)
    {
    }

    Result<Converted> run()
    {
        std::size_t at = m_from.text().starts_with("\xEF\xBB\xBF") ? 3 : 0;
        for (std::size_t i = 0; i < m_from.entries().size(); ++i) {
            const env::Span lines = m_from.written(i).lines;
            addComments(std::string_view(m_from.text()).substr(at, std::max(lines.from, at) - at));
            if (Status status = addEntry(i); !status)
                return status.error();
            at = endOfLine(lines.to);
        }
        addComments(std::string_view(m_from.text()).substr(std::min(at, m_from.text().size())));
        return std::move(m_out);
    }

private:
    std::size_t endOfLine(std::size_t at) const
    {
        const std::size_t end = m_from.text().find('\n', at);
        return end == std::string::npos ? m_from.text().size() : end + 1;
    }

    /// Comments and blank lines mean the same in both formats; `---` and braces are YAML's alone.
    void addComments(std::string_view text)
    {
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            const std::string_view line = trimmed(text.substr(0, end));
            if (line.empty() || line.front() == '#')
                m_out.text += oneLine(line) + "\n";
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }

    Status addEntry(std::size_t index)
    {
        const env::Entry &entry = m_from.entries()[index];
        if (m_from.find(entry.key) != &entry) {
            m_out.leftOut.push_back({ErrorCode::YamlDuplicateKey, entry.key,
                                     "a later line gives it another value, which counts", entry.place, ""});
            return {};
        }
        const std::string reason = !m_options.isForCloudRun        ? ""
                                   : env::isReference(entry.value) ? kReferenceReason
                                                                   : whyReserved(entry.key);
        if (!reason.empty()) {
            m_out.leftOut.push_back({ErrorCode::EnvBadKey, entry.key, reason, entry.place, ""});
            return {};
        }
        std::string line;
        if (m_options.to == EnvFormat::Yaml) {
            line = quotedYaml(entry.value);
        } else {
            // What an empty file makes of it is exactly what the format can say.
            const Result<EnvText> empty = EnvText::read("", EnvFormat::Dotenv, m_from.file());
            const Result<edit::TextEdits> edits = empty ? empty->set(entry.key, entry.value) : empty.error();
            if (!edits) {
                Error error = edits.error();
                error.place = entry.place;
                return error;
            }
            line = edit::applied("", *edits);
            line = line.substr(entry.key.size() + 1, line.size() - entry.key.size() - 2);
        }
        m_out.text +=
            entry.key + (m_options.to == EnvFormat::Yaml ? ": " : "=") + line + remark(index) + "\n";
        return {};
    }

    /// The comment behind the value, on its line.
    std::string remark(std::size_t index) const
    {
        const std::size_t from = m_from.written(index).value.to;
        const std::size_t end = endOfLine(from);
        const std::string_view rest = trimmed(std::string_view(m_from.text()).substr(from, end - from));
        return rest.starts_with('#') ? " " + oneLine(rest) : "";
    }

    const EnvText &m_from;
    const ConvertOptions &m_options;
    Converted m_out;
};

} // namespace

Result<Converted> convert(const EnvText &from, const ConvertOptions &options)
{
    if (!from.problems().empty())
        return from.problems().front();
    Result<Converted> out = Conversion(from, options).run();
    if (!out)
        return out;
    const Result<EnvText> again = EnvText::read(out->text, options.to, from.file());
    const auto isKept = [&](const env::Entry &entry) {
        const bool isOut = std::any_of(out->leftOut.begin(), out->leftOut.end(),
                                       [&](const Error &gone) { return gone.subject == entry.key; });
        return (again->find(entry.key) == nullptr && isOut) ||
               (again->find(entry.key) != nullptr &&
                again->find(entry.key)->value == from.find(entry.key)->value);
    };
    if (!again || !again->problems().empty() ||
        !std::all_of(from.entries().begin(), from.entries().end(), isKept))
        return Error{ErrorCode::Internal, from.file(), "the conversion would say something else", {}, ""};
    return out;
}

std::string whyReserved(std::string_view key)
{
    constexpr std::array<std::string_view, 9> kReserved{"PORT",
                                                        "K_SERVICE",
                                                        "K_REVISION",
                                                        "K_CONFIGURATION",
                                                        "CLOUD_RUN_JOB",
                                                        "CLOUD_RUN_EXECUTION",
                                                        "CLOUD_RUN_TASK_INDEX",
                                                        "CLOUD_RUN_TASK_ATTEMPT",
                                                        "CLOUD_RUN_TASK_COUNT"};
    if (std::find(kReserved.begin(), kReserved.end(), key) != kReserved.end())
        return "Cloud Run sets it itself and refuses a deployment that does";
    if (key.starts_with("X_GOOGLE_"))
        return "Cloud Run keeps names that begin with X_GOOGLE_ for itself";
    return "";
}

} // namespace batuta::environments
