// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

class QAction;

namespace batuta::views {

/// A push button: icon, text and the key that does the same. `Ghost` has no frame until the pointer is over
/// it.
class Button final : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Variant { Normal, Primary, Danger, Production, Ghost };

    explicit Button(QWidget *parent = nullptr);
    Button(const QString &text, const QString &icon, Variant variant = Variant::Normal,
           QWidget *parent = nullptr);
    /// Shows and triggers a command of the registry; follows its text, icon, state and reason.
    Button(QAction *action, Variant variant = Variant::Normal, QWidget *parent = nullptr);

    void setIconName(const QString &name);
    void setVariant(Variant variant);
    /// Text of the key shown beside the text: `Ctrl+Enter`. "" for none.
    void setKeyHint(const QString &keys);
    /// Only the icon is shown; the text becomes the accessible name and the hint.
    void setIconOnly(bool iconOnly);
    /// 24 px high instead of 28.
    void setSmall(bool isSmall);
    /// A down arrow after the text: it opens a menu.
    void setHasMenu(bool hasMenu);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void follow(QAction *action);
    int height28() const;

    QString m_iconName;
    QString m_keyHint;
    Variant m_variant = Variant::Normal;
    bool m_iconOnly = false;
    bool m_small = false;
    bool m_hasMenu = false;
};

} // namespace batuta::views
