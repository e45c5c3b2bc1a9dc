// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/models/input/launch_text.h"

#include "engine/json/json.h"
#include "engine/json/redact.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace batuta::views {
namespace {

/// Stands where a variable belongs until the text has been quoted: a character of private use on each side.
constexpr char16_t kMark = 0xF8F0;

/// Collects the variables that stand for secrets.
class Variables
{
public:
    explicit Variables(const std::vector<std::string> &secrets)
        : m_secrets(secrets)
    {
    }

    bool isSecret(const std::string &name) const
    {
        return json::isSecretName(name) ||
               std::find(m_secrets.begin(), m_secrets.end(), name) != m_secrets.end();
    }

    /// `match_candidato_token` → MATCH_CANDIDATO_TOKEN, between marks.
    QString take(const QString &name)
    {
        QString variable;
        for (const QChar c : name) {
            const bool isPlain = c.unicode() < 128 && c.isLetterOrNumber();
            if (isPlain)
                variable += c.toUpper();
            else if (!variable.isEmpty() && !variable.endsWith(u'_'))
                variable += u'_';
        }
        while (variable.endsWith(u'_'))
            variable.chop(1);
        if (variable.isEmpty() || variable.front().isDigit())
            variable.prepend(u"SECRET_"_s);
        if (!m_names.contains(variable))
            m_names.append(variable);
        return QChar(kMark) + variable + QChar(kMark);
    }

    /// `: "${TOKEN:?…}" &&` for each: the shell says what is missing, and goes no further.
    QString guards() const
    {
        QString lines;
        for (const QString &name : m_names)
            lines += u": \"${"_s + name + u":?set it first, secrets are not copied}\" &&\n"_s;
        return lines;
    }

private:
    const std::vector<std::string> &m_secrets;
    QStringList m_names;
};

bool isMasked(const json::Value &value)
{
    return value.isString() && value.asString() == json::kMask;
}

QString unmarked(QString text)
{
    return text.remove(QChar(kMark));
}

/// The value with a marked variable for each secret; null and booleans tell nothing and stay.
json::Value withVariables(const json::Value &value, const std::string &name, Variables &variables)
{
    if (value.isNull() || value.isBoolean())
        return value;
    if (isMasked(value) || variables.isSecret(name))
        return variables.take(QString::fromStdString(name)).toStdString();
    if (value.isString())
        return unmarked(QString::fromStdString(value.asString())).toStdString();
    if (value.isArray()) {
        json::Array items;
        for (const json::Value &item : value.asArray())
            items.push_back(withVariables(item, name.empty() ? "item" : name, variables));
        return items;
    }
    if (!value.isObject())
        return value;
    json::Object members;
    for (const auto &[key, member] : value.asObject())
        members.set(unmarked(QString::fromStdString(key)).toStdString(),
                    withVariables(member, key, variables));
    return members;
}

/// Quoted, with the marked variables outside of the single quotes.
QString quotedWithVariables(const QString &text)
{
    const QStringList parts = text.split(QChar(kMark));
    if (parts.size() == 1)
        return shellQuoted(text);
    QString word;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (i % 2 == 1)
            word += u"\"$"_s + parts[i] + u'"';
        else if (!parts[i].isEmpty())
            word += shellQuoted(parts[i]);
    }
    return word;
}

QString jsonWord(const json::Value &input, Variables &variables)
{
    const json::Value value = input.isNull() ? json::Value(json::Object()) : input;
    return quotedWithVariables(
        QString::fromStdString(json::writePretty(withVariables(value, {}, variables))).trimmed());
}

QString headerWord(const QString &name, const QString &value, Variables &variables)
{
    QString text = unmarked(value).remove(u'\r').remove(u'\n');
    if (variables.isSecret(name.toStdString()) || text == QString::fromUtf8(json::kMask.data())) {
        // The scheme is no secret, and says what the variable has to hold.
        const bool isBearer = text.startsWith(u"Bearer "_s, Qt::CaseInsensitive);
        const QString variable = variables.take(isBearer ? name + u"_token"_s : name);
        text = isBearer ? u"Bearer "_s + variable : variable;
    }
    const QString head = unmarked(name).remove(u'\r').remove(u'\n');
    return quotedWithVariables(text.isEmpty() ? head + u';'
                                              : head + u": "_s + text); // `Name;` sends it empty
}

QString bodyWord(const QString &body, Variables &variables)
{
    const Result<json::Value> value = json::parse(body.toStdString());
    if (value && (value->isObject() || value->isArray()))
        return jsonWord(*value, variables);
    return shellQuoted(body);
}

} // namespace

QString shellQuoted(const QString &text)
{
    QString clean = text;
    clean.remove(QChar(0));
    const bool isPlain = !clean.isEmpty() && std::all_of(clean.begin(), clean.end(), [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || QStringView(u"_-./:=@%+,").contains(c));
    });
    if (isPlain)
        return clean;
    return u'\'' + clean.replace(u'\'', QLatin1String("'\\''")) + u'\'';
}

QString curlCommand(const Launch &launch)
{
    Variables variables(launch.secrets);
    const QString flow = QString::fromUtf8(QByteArray::fromStdString(launch.flow).toPercentEncoding());
    const QString path = flow.isEmpty() ? u"/orchestrate"_s : u"/flows/"_s + flow + u"/executions"_s;
    const QString body = jsonWord(launch.input, variables);
    return variables.guards() + u"curl -sS -X POST "_s +
           shellQuoted(QString::fromStdString(launch.engine) + path) +
           u" \\\n  -H 'Content-Type: application/json' \\\n  --data-raw "_s + body;
}

QString curlCommand(const std::string &flow, const json::Value &input)
{
    Launch launch;
    launch.flow = flow;
    launch.input = input;
    return curlCommand(launch);
}

QString batutaRunCommand(const Launch &launch)
{
    if (launch.flow.empty())
        return {};
    Variables variables(launch.secrets);
    const QString body = jsonWord(launch.input, variables);
    QString run = u"batuta run "_s + shellQuoted(QString::fromStdString(launch.flow)) + u" --input -"_s;
    if (!launch.environment.empty() && launch.environment != "default")
        run += u" --env "_s + shellQuoted(QString::fromStdString(launch.environment));
    return variables.guards() + u"printf '%s' "_s + body + u" |\n  "_s + run;
}

QString batutaRunCommand(const std::string &flow, const json::Value &input)
{
    Launch launch;
    launch.flow = flow;
    launch.input = input;
    return batutaRunCommand(launch);
}

QString curlOfRequest(const QString &method, const QString &url,
                      const QList<QPair<QString, QString>> &headers, const QString &body)
{
    const std::vector<std::string> none;
    Variables variables(none);
    // -g: brackets of the address are meant as they stand.
    QString command = u"curl -sS -g -X "_s + shellQuoted(method) + u' ' + shellQuoted(url);
    for (const auto &[name, value] : headers)
        command += u" \\\n  -H "_s + headerWord(name, value, variables);
    if (!body.isEmpty())
        command += u" \\\n  --data-raw "_s + bodyWord(body, variables);
    return variables.guards() + command;
}

} // namespace batuta::views
