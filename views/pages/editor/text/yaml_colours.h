// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QSyntaxHighlighter>

namespace batuta::views {

/// Colours YAML and the `${{ }}` in it, in the colours of the theme of `owner`. Of a text above kMostWhole
/// characters only the blocks from setVisible() are coloured. The document owns it.
class YamlColours final : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    static constexpr int kMostWhole = 400'000;

    YamlColours(QTextDocument *document, const QWidget &owner);

    bool isPartial() const { return m_isPartial; }
    void setPartial(bool partial);
    /// What can be seen now: lines that were not coloured yet are.
    void setVisible(int first, int last);

protected:
    void highlightBlock(const QString &line) override;

private:
    /// Which of the runs that go over several lines the next line begins in; -1 and 0 are none.
    enum State { None = 0, DoubleQuoted = 1, SingleQuoted = 2, Block = 3 };

    void colourLine(const QString &line);
    qsizetype colourQuoted(const QString &line, qsizetype from, QChar quote);
    qsizetype colourPlain(const QString &line, qsizetype from, bool isFlow);
    void colourExpressions(const QString &line);
    void paint(qsizetype from, qsizetype to, const QColor &color);

    const QWidget &m_owner;
    bool m_isPartial = false;
    int m_first = 0;
    int m_last = -1;
};

} // namespace batuta::views
