// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/signin/devicecodepanel.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/qrcode.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace podium {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

DeviceCodePanel::DeviceCodePanel(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_qr(new QrCode(this))
    , m_userCode(new QLabel(this))
    , m_link(new QPushButton(this))
    , m_countdown(new QLabel(this))
{
    QFont big = monoFont();
    big.setPointSizeF(font().pointSizeF() * 2);
    big.setWeight(QFont::DemiBold);
    m_userCode->setFont(big);
    m_userCode->setTextFormat(Qt::PlainText);
    m_userCode->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_userCode->setFocusPolicy(Qt::NoFocus);
    m_countdown->setTextFormat(Qt::PlainText);
    setMuted(m_countdown);
    m_link->setIcon(themedIcon(u"browser"_s));
    auto *copy = new QToolButton(this);
    copy->setIcon(themedIcon(u"copy"_s));
    copy->setAutoRaise(true);
    copy->setToolTip(tr("Copy the code"));
    copy->setAccessibleName(tr("Copy the code"));
    connect(copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_code.userCode); });
    connect(m_link, &QPushButton::clicked, this, [this] {
        const QUrl whole = m_code.verificationUriComplete;
        Q_EMIT openUrlWanted(whole.isEmpty() ? m_code.verificationUri : whole);
    });

    auto *codeRow = new QHBoxLayout;
    codeRow->setSpacing(space::s);
    codeRow->addWidget(m_userCode);
    codeRow->addWidget(copy);
    codeRow->addStretch();
    auto *words = new QVBoxLayout;
    words->setSpacing(space::s);
    words->addStretch();
    words->addLayout(codeRow);
    words->addWidget(m_countdown);
    words->addSpacing(space::s);
    words->addWidget(m_link, 0, Qt::AlignLeft);
    words->addStretch();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, space::s, 0, space::s);
    layout->setSpacing(space::xl);
    layout->addStretch();
    layout->addWidget(m_qr);
    layout->addLayout(words);
    layout->addStretch();

    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, this, &DeviceCodePanel::updateCountdown);
}

void DeviceCodePanel::setCode(const DeviceCode &code)
{
    m_code = code;
    const QUrl whole = code.verificationUriComplete.isEmpty() ? code.verificationUri : code.verificationUriComplete;
    m_qr->setText(whole.toString(QUrl::FullyEncoded));
    m_qr->setVisible(!m_qr->isEmpty());
    m_userCode->setText(code.userCode);
    m_userCode->setAccessibleName(tr("Code: %1").arg(code.userCode));
    m_link->setText(u' ' % tr("Open %1").arg(code.verificationUri.host()));
    m_link->setToolTip(code.verificationUri.toDisplayString().toHtmlEscaped());
    m_tick.start();
    updateCountdown();
}

void DeviceCodePanel::updateCountdown()
{
    const qint64 left = m_clock.now().secsTo(m_code.expiresAt);
    if (!m_code.expiresAt.isValid()) {
        m_countdown->clear();
    } else if (left <= 0) {
        m_countdown->setText(tr("The code has expired."));
    } else {
        m_countdown->setText(tr("Valid for %1:%2").arg(left / 60).arg(left % 60, 2, 10, QChar(u'0')));
    }
}

} // namespace podium
