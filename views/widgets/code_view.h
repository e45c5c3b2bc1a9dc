// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/json/value.h"

#include <QPlainTextEdit>

namespace batuta::views {

/// Read-only code: JSON, HTTP heads and command lines, coloured by the theme. Texts above 2 MB are shown up
/// to there, and the last line says so.
class CodeView final : public QPlainTextEdit
{
    Q_OBJECT

public:
    enum class Language { Plain, Json, Http, Shell };

    explicit CodeView(QWidget *parent = nullptr);
    void setCode(const QString &text, Language language);
    void setJson(const json::Value &value); ///< indented by two
    /// May be edited from now on, as a field. What would make it longer than `most` characters is not pasted.
    void setEditable(qsizetype most);

signals:
    /// A paste of that many characters was too long.
    void pasteRefused(qsizetype characters);

protected:
    void insertFromMimeData(const QMimeData *source) override;

private:
    void dress();

    qsizetype m_most = 0;
};

} // namespace batuta::views
