// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QWidget>

namespace batuta::views {

class Button;
class CodeView;
class Label;

/// Pieces of code under each other, each with its caption and a button that copies it: the payload, or the
/// two command lines.
class LaunchPane final : public QWidget
{
    Q_OBJECT

public:
    enum class Content { Payload, Commands };

    LaunchPane(Content content, QWidget *parent);
    /// Texts in the order of the pieces. An empty one is hidden.
    void setTexts(const QStringList &texts);

signals:
    void copied(const QString &what); ///< to tell

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Piece
    {
        QWidget *whole;
        Label *caption;
        Button *copy;
        CodeView *code;
    };
    void addPiece(class QVBoxLayout *column);
    void retranslate();
    void copy(int piece);

    Content m_content;
    QList<Piece> m_pieces;
    Label *m_note;
    QStringList m_texts;
};

} // namespace batuta::views
