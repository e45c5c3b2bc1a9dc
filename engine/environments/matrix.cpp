// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/environments/matrix.h"

#include "engine/base/text.h"
#include "engine/env/secret_reference.h"
#include "engine/environments/convert.h"
#include "engine/json/redact.h"
#include "engine/net/url.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace batuta::environments {
namespace {

using Severity = Finding::Severity;

bool isOfUrl(const Row &row)
{
    return std::any_of(row.uses.begin(), row.uses.end(),
                       [](const KeyUse &use) { return use.kind == UseKind::Url; });
}

/// Addresses, hosts and secrets are meant to be others in each environment.
bool mayDiffer(const Row &row)
{
    const auto endsWith = [&](std::string_view tail) { return row.key.ends_with(tail); };
    const std::string said = lowered(row.description);
    return row.isSecret || isOfUrl(row) || endsWith("_URL") || endsWith("_URI") || endsWith("_HOST") ||
           row.key == "HOST" || row.key == "PORT" || said.find("per environment") != std::string::npos ||
           said.find("por ambiente") != std::string::npos;
}

class MatrixBuilder
{
public:
    MatrixBuilder(const WorkspaceFiles &files, const std::vector<KeyUse> &uses, std::size_t reference)
        : m_files(files)
        , m_uses(uses)
        , m_reference(reference)
    {
    }

    Matrix build()
    {
        for (const EnvironmentFiles &environment : m_files.environments)
            m_matrix.environments.push_back(environment.name);
        addTemplates();
        addUsed();
        addWritten();
        for (Row &row : m_matrix.rows)
            fill(row);
        for (std::size_t i = 0; i < m_files.environments.size(); ++i)
            judgeFiles(i);
        for (const Row &row : m_matrix.rows)
            judge(row);
        sortBySeverity(m_matrix.findings);
        return std::move(m_matrix);
    }

private:
    Row &rowOf(const std::string &key)
    {
        const auto [at, isNew] = m_rowAt.try_emplace(key, m_matrix.rows.size());
        if (isNew) {
            m_matrix.rows.push_back({});
            m_matrix.rows.back().key = key;
            m_matrix.rows.back().isSecret = json::isSecretName(key);
        }
        return m_matrix.rows[at->second];
    }

    void addTemplates()
    {
        for (const EnvTemplate &one : m_files.templates)
            for (const TemplateKey &key : one.keys) {
                Row &row = rowOf(key.key);
                row.isRequired = row.isRequired || (key.isRequired && !row.isInTemplate);
                row.group = row.isInTemplate ? row.group : key.group;
                row.description = row.isInTemplate ? row.description : key.description;
                row.isInTemplate = true;
            }
    }

    /// Names of keys ignore case in flows: what is used belongs to the key that is written.
    void addUsed()
    {
        std::map<std::string, std::string> spelled;
        for (const Row &row : m_matrix.rows)
            spelled.try_emplace(lowered(row.key), row.key);
        for (const EnvironmentFiles &environment : m_files.environments)
            for (const EnvFile &file : environment.files)
                if (file.text)
                    for (const env::Entry &entry : file.text->entries())
                        spelled.try_emplace(lowered(entry.key), entry.key);
        const std::size_t templated = m_matrix.rows.size();
        for (const KeyUse &use : m_uses) {
            Row &row = rowOf(spelled.try_emplace(lowered(use.key), use.key).first->second);
            row.uses.push_back(use);
            row.isSecret = row.isSecret || use.isSecret;
        }
        sortFrom(templated);
    }

    void addWritten()
    {
        const std::size_t known = m_matrix.rows.size();
        for (const EnvironmentFiles &environment : m_files.environments)
            for (const std::string &key : environment.stored)
                rowOf(key);
        for (const EnvironmentFiles &environment : m_files.environments)
            for (const EnvFile &file : environment.files)
                if (file.text)
                    for (const env::Entry &entry : file.text->entries())
                        rowOf(entry.key);
        sortFrom(known);
    }

    void sortFrom(std::size_t first)
    {
        std::sort(m_matrix.rows.begin() + static_cast<std::ptrdiff_t>(first), m_matrix.rows.end(),
                  [](const Row &a, const Row &b) { return a.key < b.key; });
        for (std::size_t i = first; i < m_matrix.rows.size(); ++i)
            m_rowAt[m_matrix.rows[i].key] = i;
    }

    void fill(Row &row) const
    {
        for (const EnvironmentFiles &environment : m_files.environments) {
            const EnvFile *file = nullptr;
            const env::Entry *entry = environment.find(row.key, &file);
            row.cells.push_back(entry ? Cell{true, entry->value, file->path, false, false} : Cell{});
            if (std::find(environment.stored.begin(), environment.stored.end(), row.key) !=
                environment.stored.end()) {
                row.cells.back() = Cell{true, "", "", true, false};
                row.isSecret = true;
            }
            row.isSecret = row.isSecret || env::isReference(row.cells.back().value);
        }
        const Cell *same = m_reference < row.cells.size() ? &row.cells[m_reference] : nullptr;
        for (Cell &cell : row.cells)
            cell.differs = same && cell.isSet && same->isSet && !mayDiffer(row) && cell.value != same->value;
        const bool isNeeded = std::any_of(row.uses.begin(), row.uses.end(),
                                          [](const KeyUse &use) { return use.kind != UseKind::Optional; });
        row.isRequired = row.isRequired || (isNeeded && !row.isInTemplate);
    }

    void judgeFiles(std::size_t environment)
    {
        for (const EnvFile &file : m_files.environments[environment].files) {
            const Errors problems = file.text ? file.text->problems() : Errors{file.text.error()};
            for (const Error &problem : problems)
                m_matrix.findings.push_back({Finding::Kind::Unreadable,
                                             Severity::Error,
                                             problem.subject,
                                             environment,
                                             errorText(problem),
                                             {},
                                             problem.place});
        }
    }

    void judge(const Row &row)
    {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (m_files.environments[i].files.empty() && m_files.environments[i].stored.empty())
                continue; // nothing is kept here: it is the process that has the values
            const Cell &cell = row.cells[i];
            if (cell.isStored)
                continue;
            if (!cell.isSet || cell.value.empty())
                judgeEmpty(row, i);
            else
                judgeValue(row, i);
            if (cell.isSet && !whyReserved(row.key).empty() && cell.file.ends_with(".yaml"))
                add(row, i, Finding::Kind::Reserved, Severity::Error, whyReserved(row.key));
            if (cell.isSet && !row.isInTemplate && !m_files.templates.empty())
                add(row, i, Finding::Kind::NotInTemplate, Severity::Note, "");
        }
        const bool isWritten =
            std::any_of(row.cells.begin(), row.cells.end(), [](const Cell &cell) { return cell.isSet; });
        if (isWritten && row.uses.empty() && !row.isInTemplate)
            add(row, m_reference, Finding::Kind::Unused, Severity::Note, "");
    }

    void judgeEmpty(const Row &row, std::size_t environment)
    {
        const bool isWanted = std::any_of(row.uses.begin(), row.uses.end(),
                                          [](const KeyUse &use) { return use.kind != UseKind::Optional; });
        if (!row.isRequired && !isWanted)
            return;
        const bool isMeant = row.cells[environment].isSet && !row.isRequired; // empty says: skip that step
        add(row, environment, Finding::Kind::Missing, isMeant ? Severity::Note : Severity::Error, "");
    }

    void judgeValue(const Row &row, std::size_t environment)
    {
        const Cell &cell = row.cells[environment];
        if (env::isReference(cell.value)) {
            if (const auto reference = env::readReference(cell.value); !reference)
                add(row, environment, Finding::Kind::BadReference, Severity::Error, reference.error().detail);
            return;
        }
        if (isPlaceholder(cell.value))
            return add(row, environment, Finding::Kind::Placeholder, Severity::Error, "");
        if (isOfUrl(row)) {
            if (const std::string why = whyNoUrl(cell.value); !why.empty())
                return add(row, environment, Finding::Kind::NotUrl, Severity::Error, why);
            const auto url = net::parseUrl(cell.value);
            const bool isHere = url && (url->host == "localhost" || url->host.starts_with("127.") ||
                                        url->host == "::1" || url->host == "[::1]");
            if (cell.value.starts_with("http://") && !isHere)
                add(row, environment, Finding::Kind::Clear, Severity::Warning, "");
        }
        if (cell.differs)
            add(row, environment, Finding::Kind::Differs, Severity::Warning, "");
    }

    void add(const Row &row, std::size_t environment, Finding::Kind kind, Severity severity,
             std::string detail)
    {
        Finding finding{kind, severity, row.key, environment, std::move(detail), {}, {}};
        if (kind != Finding::Kind::Reserved && kind != Finding::Kind::NotInTemplate &&
            kind != Finding::Kind::Unused)
            finding.breaks = stoppedBy(row);
        if (const env::Entry *entry = m_files.environments[environment].find(row.key))
            finding.place = entry->place;
        m_matrix.findings.push_back(std::move(finding));
    }

    const WorkspaceFiles &m_files;
    const std::vector<KeyUse> &m_uses;
    const std::size_t m_reference;
    Matrix m_matrix;
    std::map<std::string, std::size_t> m_rowAt;
};

/// `step a and b of update_profile, step c of first_login`
std::string brokenText(const std::vector<KeyUse> &uses)
{
    std::map<std::string, std::vector<std::string>> byFlow;
    for (const KeyUse &use : uses)
        byFlow[use.flow].push_back(use.step.empty() ? "the flow itself" : use.step);
    std::string text;
    for (const auto &[flow, steps] : byFlow) {
        text += text.empty() ? "" : "; ";
        for (std::size_t i = 0; i < steps.size(); ++i)
            text += (i == 0 ? "" : ", ") + steps[i];
        text += " of " + flow;
    }
    return text;
}

std::string effectOf(const Finding &finding)
{
    if (finding.breaks.empty())
        return "";
    const bool isSkipped = std::all_of(finding.breaks.begin(), finding.breaks.end(), [](const KeyUse &use) {
        return use.kind == UseKind::Url || use.kind == UseKind::Needed;
    });
    if (finding.kind == Finding::Kind::Missing)
        return std::string(isSkipped ? " Skipped: " : " Skipped or failed: ") + brokenText(finding.breaks) +
               ".";
    if (finding.kind == Finding::Kind::Placeholder || finding.kind == Finding::Kind::NotUrl ||
        finding.kind == Finding::Kind::BadReference || finding.kind == Finding::Kind::NoAnswer)
        return " It fails: " + brokenText(finding.breaks) + ".";
    return " Used by " + brokenText(finding.breaks) + ".";
}

} // namespace

void sortBySeverity(std::vector<Finding> &findings)
{
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding &a, const Finding &b) { return a.severity < b.severity; });
}

std::vector<KeyUse> stoppedBy(const Row &row)
{
    std::vector<KeyUse> stopped;
    for (const KeyUse &use : row.uses)
        if (use.kind != UseKind::Optional)
            stopped.push_back(use);
    return stopped;
}

const Row *Matrix::find(std::string_view key) const
{
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row &row) { return row.key == key; });
    return found == rows.end() ? nullptr : &*found;
}

Matrix matrixOf(const WorkspaceFiles &files, const std::vector<KeyUse> &uses, std::size_t reference)
{
    return MatrixBuilder(files, uses, reference).build();
}

void addAnswers(Matrix &matrix, const UrlAnswers &answers)
{
    for (const Row &row : matrix.rows)
        for (std::size_t i = 0; isOfUrl(row) && i < row.cells.size(); ++i) {
            const auto answer = answers.find(row.cells[i].value);
            if (row.cells[i].isSet && answer != answers.end() &&
                answer->second.kind != UrlAnswer::Kind::Fine && answer->second.kind != UrlAnswer::Kind::NoUrl)
                matrix.findings.push_back({Finding::Kind::NoAnswer,
                                           Severity::Error,
                                           row.key,
                                           i,
                                           answer->second.detail,
                                           stoppedBy(row),
                                           {row.cells[i].file, 0, 0}});
        }
    sortBySeverity(matrix.findings);
}

std::string whyNoUrl(std::string_view value)
{
    if (value != trimmed(value) || value.find(' ') != std::string_view::npos)
        return "it has blanks";
    if (value.find_first_of("'\"") != std::string_view::npos)
        return "it has quotes";
    if (!value.starts_with("http://") && !value.starts_with("https://"))
        return "it begins with neither https:// nor http://";
    const auto url = net::parseUrl(value);
    if (!url)
        return url.error().detail.empty() ? "it cannot be read" : url.error().detail;
    return url->host.empty() ? "it has no host" : "";
}

std::string findingText(const Finding &finding, const Matrix &matrix)
{
    const std::string where = " in " + matrix.environments[finding.environment];
    switch (finding.kind) {
    case Finding::Kind::Missing:
        return finding.key + " has no value" + where + "." + effectOf(finding);
    case Finding::Kind::Placeholder:
        return finding.key + " still has the template's text" + where + "." + effectOf(finding);
    case Finding::Kind::NotUrl:
        return finding.key + " is no URL" + where + ": " + finding.detail + "." + effectOf(finding);
    case Finding::Kind::BadReference:
        return finding.key + " refers to no secret" + where + ": " + finding.detail + "." + effectOf(finding);
    case Finding::Kind::NoAnswer:
        return finding.key + " does not work" + where + ": " + finding.detail + "." + effectOf(finding);
    case Finding::Kind::Clear:
        return finding.key + " goes over http:// to another machine" + where + "." + effectOf(finding);
    case Finding::Kind::Reserved:
        return finding.key + " cannot be deployed" + where + ": " + finding.detail + ".";
    case Finding::Kind::Unreadable:
        return finding.detail;
    case Finding::Kind::Overridden:
        return finding.key + " has another value in the process, which is stronger" + where + "." +
               effectOf(finding);
    case Finding::Kind::NotDeployed:
        return finding.key + " is not in the revision " + finding.detail + where + "." + effectOf(finding);
    case Finding::Kind::DeployedOther:
        return finding.key + " has another value in the revision " + finding.detail + where + "." +
               effectOf(finding);
    case Finding::Kind::DeployedOnly:
        return finding.key + " is in the revision " + finding.detail + ", but in no file" + where + ".";
    case Finding::Kind::Differs:
        return finding.key + " differs" + where + "." + effectOf(finding);
    case Finding::Kind::NotInTemplate:
        return finding.key + " is not in the template, but" + where + ".";
    case Finding::Kind::Unused:
        return finding.key + " is used by no flow.";
    }
    return "";
}

std::string shortFingerprint(std::string_view value)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    EVP_Digest(value.data(), value.size(), digest.data(), &length, EVP_sha256(), nullptr);
    constexpr std::string_view kDigits = "0123456789abcdef";
    return {kDigits[digest[0] >> 4], kDigits[digest[0] & 15], kDigits[digest[1] >> 4],
            kDigits[digest[1] & 15]};
}

} // namespace batuta::environments
