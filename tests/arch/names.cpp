// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/arch/names.h"

#include "tests/arch/code_text.h"

#include <QRegularExpression>

namespace batuta::arch {
namespace {

/// The text between the bracket at `open` and the one that closes it.
QString bracketed(const QString &code, qsizetype open)
{
    int depth = 0;
    for (qsizetype at = open; at < code.size(); ++at) {
        depth += code[at] == '(' ? 1 : code[at] == ')' ? -1 : 0;
        if (depth == 0)
            return code.mid(open + 1, at - open - 1);
    }
    return {};
}

/// `const std::string &, int` of `const std::string &name, int count = 1`.
QString typesOf(const QString &parameters)
{
    static const QRegularExpression value(R"(\s*=[^,]*)"), name(R"((?<=[\s*&])\w+\s*$)"), space(R"(\s+)");
    QStringList types;
    int depth = 0;
    QString type;
    for (const QChar letter : QString(parameters).remove(value) + ',') {
        depth += letter == '<' || letter == '(' ? 1 : letter == '>' || letter == ')' ? -1 : 0;
        if (letter != ',' || depth > 0) {
            type += letter;
            continue;
        }
        types << type.trimmed().remove(name).replace(space, " ").trimmed();
        type.clear();
    }
    return types.join(", ");
}

void readDefinition(const QString &code, qsizetype at, int number, std::vector<HiddenName> &names)
{
    static const QRegularExpression alias(R"(^using (\w+) = (.*))"),
        type(R"(^(?:struct|class|enum class|enum) (\w+)[^;]*$)"),
        function(R"(^(?!using\b|static_assert\b)[A-Za-z_][^=(]*[ *&](\w+)\()"),
        isConstant(R"(^(?:inline |static )*(?:constexpr|const)\b)"),
        constant(R"(\b(k[A-Z]\w*)\s*(?=[={\[]))");
    const QString line = code.mid(at, code.indexOf('\n', at) - at);
    if (const auto found = alias.match(line); found.hasMatch()) {
        names.push_back({found.captured(1), found.captured(2), number});
    } else if (const auto named = type.match(line); named.hasMatch()) {
        names.push_back({named.captured(1), {}, number});
    } else if (const auto called = function.match(line); called.hasMatch()) {
        const QString types = typesOf(bracketed(code, at + called.capturedEnd() - 1));
        names.push_back({called.captured(1) + '(' + types + ')', {}, number});
    } else if (isConstant.match(line).hasMatch()) {
        for (auto each = constant.globalMatch(line); each.hasNext();)
            names.push_back({each.next().captured(1), {}, number});
    }
}

} // namespace

std::vector<HiddenName> hiddenNames(const QString &text)
{
    const QString code = withoutDirectives(codeOnly(text));
    std::vector<HiddenName> names;
    int depth = 0, hidden = -1, number = 1;
    for (qsizetype at = 0; at < code.size(); ++at) {
        const bool begins = at == 0 || code[at - 1] == '\n';
        if (begins && hidden < 0 && QStringView(code).mid(at).startsWith(u"namespace {"))
            hidden = depth + 1;
        else if (begins && depth == hidden && code[at].isLetter())
            readDefinition(code, at, number, names);
        depth += code[at] == '{' ? 1 : code[at] == '}' ? -1 : 0;
        if (code[at] == '}' && depth < hidden)
            hidden = -1;
        number += code[at] == '\n';
    }
    return names;
}

std::vector<Finding> HiddenNames::add(const QString &file, const QString &text)
{
    std::vector<Finding> twins;
    if (file.startsWith("tests/") || !file.endsWith(".cpp"))
        return twins;
    QHash<QString, Known> &known = m_names[file.section('/', 0, -2)];
    for (const HiddenName &hidden : hiddenNames(text)) {
        const auto twin = known.constFind(hidden.name);
        if (twin == known.constEnd())
            known.insert(hidden.name, {file, hidden.alias});
        else if (twin->file != file && (hidden.alias.isEmpty() || hidden.alias != twin->alias))
            twins.push_back({file, hidden.line, "twin", hidden.name + " stands in " + twin->file + ", too"});
    }
    return twins;
}

} // namespace batuta::arch
