// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "views/shell/sign_in.h"

#include "views/theme/draw.h"
#include "views/theme/theme.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"
#include "views/widgets/words.h"

#include <QBoxLayout>
#include <QCompleter>
#include <QCoreApplication>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QPainter>

namespace batuta::views {
namespace {

constexpr int kMostRemembered = 8;
constexpr std::string_view kNoTls = "what answers there does not speak TLS";

/// A soft red box around what went wrong.
class TroubleBox final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Role &role = themeOf(this).colors().of(Status::Failed);
        drawBox(painter, rect(), 5, role.soft, role.softBorder);
    }
};

/// What to do about it, where the engine's own advice would not fit a person in front of this window.
QString adviceFor(const Error &error)
{
    if (error.detail == kNoTls)
        return SignIn::tr("Check the port, or write http:// when the engine has no TLS in front of it.");
    switch (error.code) {
    case ErrorCode::HttpUnauthorized:
        return SignIn::tr("Ask whoever runs the engine for its token, and type it below.");
    case ErrorCode::NetTls:
        return SignIn::tr(
            "Choose the authority file (CA) that belongs to this engine, or ask whoever runs it. "
            "Nothing was sent: a certificate that is not trusted is never passed over.");
    case ErrorCode::NetConnect:
    case ErrorCode::NetTimeout:
    case ErrorCode::NetResolve:
        return SignIn::tr("Check the address and the network, and that the engine runs: batuta serve.");
    case ErrorCode::EngineUnreachable:
    case ErrorCode::JsonSyntax:
        return SignIn::tr("Check the address: something else answers there.");
    default:
        return errorAdvice(error);
    }
}

/// `engine.example:8443: the certificate has expired. `; nothing where the headline says it all.
QString factsOf(const Error &error)
{
    if (error.code == ErrorCode::HttpUnauthorized)
        return {};
    const QString subject = QString::fromStdString(error.subject);
    if (error.detail.empty())
        return errorSentence({error.code, error.subject, {}, {}, {}}) + ". ";
    const QString detail = QCoreApplication::translate("Errors", error.detail.c_str());
    return (subject.isEmpty() ? detail : QStringLiteral("%1: %2").arg(subject, detail)) + ". ";
}

QString headlineOf(const Error &error)
{
    if (error.detail == kNoTls)
        return SignIn::tr("The connection cannot be encrypted");
    switch (error.code) {
    case ErrorCode::HttpUnauthorized:
        return error.detail == "no token was given" ? SignIn::tr("The engine wants a token")
                                                    : SignIn::tr("The token is not the right one");
    case ErrorCode::NetTls:
        return SignIn::tr("The certificate is not trusted");
    case ErrorCode::NetConnect:
    case ErrorCode::NetTimeout:
    case ErrorCode::NetResolve:
        return SignIn::tr("The engine cannot be reached");
    case ErrorCode::EngineUnreachable:
    case ErrorCode::JsonSyntax:
        return SignIn::tr("No Batuta engine answers there");
    default:
        return SignIn::tr("This does not work yet");
    }
}

} // namespace

SignIn::SignIn(EngineControl &control, Preferences &preferences, QWidget *parent)
    : QWidget(parent)
    , m_control(control)
    , m_preferences(preferences)
    , m_title(new Label(TextStyle::Title))
    , m_text(new Label(TextStyle::Text, Ink::Secondary))
    , m_urlCaption(new Label(TextStyle::Strong))
    , m_tokenCaption(new Label(TextStyle::Strong))
    , m_caCaption(new Label(TextStyle::Strong))
    , m_url(new QLineEdit(this))
    , m_token(new QLineEdit(this))
    , m_ca(new QLineEdit(this))
    , m_reveal(new Button(QString(), "eye", Button::Variant::Ghost))
    , m_choose(new Button(QString(), "folder"))
    , m_warning(new Label(TextStyle::Small))
    , m_trouble(new TroubleBox)
    , m_troubleStrong(new Label(TextStyle::Strong))
    , m_troubleText(new Label(TextStyle::Body))
    , m_cancel(new Button(QString(), {}))
    , m_connect(new Button(QString(), "plug", Button::Variant::Primary))
{
    build();
    connect(m_cancel, &QAbstractButton::clicked, this, &SignIn::closeRequested);
    connect(m_connect, &QAbstractButton::clicked, this, &SignIn::submit);
    connect(m_choose, &QAbstractButton::clicked, this, &SignIn::chooseFile);
    connect(m_reveal, &QAbstractButton::pressed, this, [this] { m_token->setEchoMode(QLineEdit::Normal); });
    connect(m_reveal, &QAbstractButton::released, this,
            [this] { m_token->setEchoMode(QLineEdit::Password); });
    for (QLineEdit *line : {m_url, m_token, m_ca}) {
        connect(line, &QLineEdit::textChanged, this, &SignIn::edited);
        connect(line, &QLineEdit::returnPressed, this, &SignIn::submit);
    }
    connect(m_url, &QLineEdit::editingFinished, this, [this] {
        const Result<QUrl> url = readEngineUrl(m_url->text());
        if (url && m_ca->text().isEmpty())
            m_ca->setText(
                m_preferences.value("engines/authorities").toMap().value(url->toString()).toString());
    });
    connect(&themeOf(this), &Theme::changed, this, &SignIn::dress);
    dress();
    retranslate();
    edited();
}

void SignIn::build()
{
    m_url->setObjectName("url");
    m_token->setObjectName("token");
    m_ca->setObjectName("ca");
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_reveal->setIconOnly(true);
    for (Label *label : {m_text, m_warning, m_troubleText})
        label->setWordWrap(true);
    m_warning->setStatus(Status::Waiting);
    m_troubleStrong->setStatus(Status::Failed);
    auto *known = new QCompleter(m_preferences.value("engines/known").toStringList(), this);
    known->setCaseSensitivity(Qt::CaseInsensitive);
    m_url->setCompleter(known);
    auto *box = new QVBoxLayout(m_trouble);
    box->setContentsMargins(12, 8, 12, 9);
    box->setSpacing(3);
    box->addWidget(m_troubleStrong);
    box->addWidget(m_troubleText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(22, 18, 22, 18);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addSpacing(8);
    column->addWidget(m_trouble);
    column->addSpacing(4);
    addField(column, m_urlCaption, m_url, nullptr);
    addField(column, m_tokenCaption, m_token, m_reveal);
    addField(column, m_caCaption, m_ca, m_choose);
    column->addWidget(m_warning);
    column->addStretch(1);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_cancel);
    row->addWidget(m_connect);
    column->addLayout(row);
    m_trouble->hide();
    setFocusProxy(m_url);
    QWidget *before = m_url;
    for (QWidget *next :
         std::initializer_list<QWidget *>{m_token, m_reveal, m_ca, m_choose, m_cancel, m_connect}) {
        setTabOrder(before, next);
        before = next;
    }
}

void SignIn::addField(QVBoxLayout *column, Label *caption, QLineEdit *line, QWidget *beside)
{
    line->setMaxLength(4096);
    line->setTextMargins(4, 0, 4, 0);
    caption->setBuddy(line);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(line, 1);
    if (beside)
        row->addWidget(beside);
    column->addWidget(caption);
    column->addLayout(row);
    column->addSpacing(8);
}

void SignIn::setAddress(const EngineAddress &address)
{
    m_url->setText(address.url.toString());
    m_ca->setText(address.caFile);
    m_token->setText(QString::fromLatin1(address.token));
    if (!address.url.isEmpty())
        setFocusProxy(m_token);
}

void SignIn::setAgain(const EngineAddress &address)
{
    setAddress(address);
    m_again = address.place();
    m_url->setReadOnly(true);
    retranslate();
}

void SignIn::setTrouble(const Error &error)
{
    m_error = error;
    m_hasError = true;
    showTrouble();
}

void SignIn::showTrouble()
{
    m_trouble->setVisible(m_hasError);
    if (!m_hasError)
        return;
    m_troubleStrong->setText(headlineOf(m_error));
    m_troubleText->setText(factsOf(m_error) + adviceFor(m_error));
    m_trouble->setAccessibleName(m_troubleStrong->text() + ". " + m_troubleText->text());
}

Result<EngineAddress> SignIn::typed() const
{
    const Result<QUrl> url = readEngineUrl(m_url->text());
    if (!url)
        return url.error();
    const Result<QByteArray> token = checkedToken(m_token->text().trimmed().toUtf8());
    if (!token)
        return token.error();
    return EngineAddress{*url, *token, m_ca->text().trimmed()};
}

void SignIn::submit()
{
    if (m_isChecking || m_url->text().trimmed().isEmpty())
        return;
    const Result<EngineAddress> address = typed();
    if (!address)
        return setTrouble(address.error());
    setChecking(true);
    m_control.check(*address, this, [this, address = *address](const Result<client::EngineInfo> &info) {
        answered(address, info);
    });
}

void SignIn::answered(const EngineAddress &address, const Result<client::EngineInfo> &info)
{
    setChecking(false);
    if (!info) {
        setTrouble(info.error());
        QLineEdit *wrong = info.error().code == ErrorCode::HttpUnauthorized ? m_token
                           : info.error().code == ErrorCode::NetTls         ? m_ca
                                                                            : m_url;
        wrong->setFocus();
        return wrong->selectAll();
    }
    QStringList known = m_preferences.value("engines/known").toStringList();
    const QString url = address.url.toString();
    known.removeAll(url);
    known.prepend(url);
    m_preferences.setValue("engines/known", QStringList(known.mid(0, kMostRemembered)));
    QVariantMap authorities = m_preferences.value("engines/authorities").toMap();
    authorities[url] = address.caFile;
    m_preferences.setValue("engines/authorities", authorities);
    m_control.enter(address, *info);
    emit entered();
}

void SignIn::setChecking(bool checking)
{
    m_isChecking = checking;
    for (QWidget *field : std::initializer_list<QWidget *>{m_url, m_token, m_ca, m_reveal, m_choose})
        field->setEnabled(!checking);
    if (checking)
        m_hasError = false;
    showTrouble();
    edited();
    retranslate();
    if (checking)
        m_cancel->setFocus();
}

void SignIn::edited()
{
    m_connect->setEnabled(!m_isChecking && !m_url->text().trimmed().isEmpty());
    const Result<EngineAddress> address = typed();
    m_warning->setVisible(address && address->exposesToken());
}

void SignIn::chooseFile()
{
    auto *dialog = new QFileDialog(this, m_caCaption->text(), QFileInfo(m_ca->text()).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, m_ca, &QLineEdit::setText);
    dialog->open();
}

void SignIn::dress()
{
    for (QLineEdit *line : {m_url, m_token, m_ca}) {
        line->setFont(themeOf(this).font(TextStyle::Mono));
        line->setFixedHeight(themeOf(this).scaled(28));
    }
}

void SignIn::retranslate()
{
    m_title->setText(m_again.isEmpty() ? tr("Connect to another engine") : tr("Sign in to %1").arg(m_again));
    m_text->setText(m_again.isEmpty()
                        ? tr("A window of its own then shows the flows and runs of a batuta serve "
                             "on another machine, and acts on them.")
                        : tr("What is on the screen stays, and goes on from there."));
    m_urlCaption->setText(tr("Address"));
    m_url->setPlaceholderText("https://engine.example:8443");
    m_tokenCaption->setText(tr("Token"));
    m_token->setPlaceholderText(tr("asked for each time, kept nowhere"));
    m_caCaption->setText(tr("Authority file (CA), PEM"));
    m_ca->setPlaceholderText(tr("empty: the authorities that this computer trusts"));
    m_reveal->setText(tr("Show the token while held"));
    m_choose->setText(tr("Choose…"));
    m_warning->setText(
        tr("This connection is not encrypted: whoever is on the way can read the token. Use https."));
    m_cancel->setText(tr("Cancel"));
    m_connect->setText(m_isChecking ? tr("Connecting…") : tr("Connect"));
    m_url->setAccessibleName(m_urlCaption->text());
    m_token->setAccessibleName(m_tokenCaption->text());
    m_ca->setAccessibleName(m_caCaption->text());
    for (Button *button : {m_reveal, m_choose, m_cancel, m_connect}) {
        button->setAccessibleName(button->text());
        button->updateGeometry();
    }
    m_reveal->setToolTip(m_reveal->text());
    setAccessibleName(m_title->text());
    showTrouble();
}

void SignIn::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace batuta::views
