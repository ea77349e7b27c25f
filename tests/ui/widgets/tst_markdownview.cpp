// SPDX-FileCopyrightText: 2026 The Podium authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/markdownview.h"

#include <QDir>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>

using namespace podium;
using namespace Qt::StringLiterals;

class tst_MarkdownView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsMarkdown();
    void htmlStaysText_data();
    void htmlStaysText();
    void onlyWebLinksStay_data();
    void onlyWebLinksStay();
    void imagesAreNotLoaded();
    void activatedLinksAreOnlyTold();
    void hugeTextIsShortened();
    void sizesToContents();

private:
    static QStringList links(const MarkdownView &view);
};

QStringList tst_MarkdownView::links(const MarkdownView &view)
{
    QStringList found;
    for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (it.fragment().charFormat().isAnchor())
                found << it.fragment().charFormat().anchorHref();
        }
    }
    return found;
}

void tst_MarkdownView::showsMarkdown()
{
    MarkdownView view;
    view.setMarkdown(u"# Title\n\nSome **bold** text\n\n- one\n- two\n"_s);
    QCOMPARE(view.document()->begin().text(), u"Title"_s);
    QCOMPARE(view.document()->begin().blockFormat().headingLevel(), 1);
    QVERIFY(view.toPlainText().contains(u"Some bold text"_s));
}

void tst_MarkdownView::htmlStaysText_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::newRow("script") << u"<script>alert(1)</script>"_s;
    QTest::newRow("image") << u"Look <img src=\"http://127.0.0.1:9/x.png\"> here"_s;
    QTest::newRow("link") << u"<a href=\"javascript:alert(1)\">click</a>"_s;
    QTest::newRow("table") << u"<table><tr><td>x</td></tr></table>"_s;
}

void tst_MarkdownView::htmlStaysText()
{
    QFETCH(QString, markdown);
    MarkdownView view;
    view.setMarkdown(markdown);
    QVERIFY2(view.toPlainText().contains(u'<'), qPrintable(view.toPlainText()));
    QCOMPARE(links(view), QStringList());
    QVERIFY(!view.toHtml().contains(u"<img"_s));
}

void tst_MarkdownView::onlyWebLinksStay_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("stays");
    QTest::newRow("https") << u"https://example.com/a?b=c"_s << true;
    QTest::newRow("http") << u"http://example.com"_s << true;
    QTest::newRow("mailto") << u"mailto:ops@example.com"_s << true;
    QTest::newRow("upper case") << u"HTTPS://example.com"_s << true;
    QTest::newRow("javascript") << u"javascript:alert(1)"_s << false;
    QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("data") << u"data:text/html,hello"_s << false;
    QTest::newRow("relative") << u"/etc/passwd"_s << false;
    QTest::newRow("resource") << u"qrc:/icons/podium.svg"_s << false;
    QTest::newRow("other program") << u"ms-word:ofe"_s << false;
}

void tst_MarkdownView::onlyWebLinksStay()
{
    QFETCH(QString, target);
    QFETCH(bool, stays);
    MarkdownView view;
    view.setMarkdown(u"before [the text](%1) after"_s.arg(target));
    QCOMPARE(!links(view).isEmpty(), stays);
    QCOMPARE(view.toPlainText(), u"before the text after"_s);
}

void tst_MarkdownView::imagesAreNotLoaded()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"secret.png"_s);
    QImage image(300, 300, QImage::Format_RGB32);
    image.fill(Qt::red);
    QVERIFY(image.save(path));
    MarkdownView view;
    view.resize(600, 600);
    for (const QString &source : {path, QUrl::fromLocalFile(path).toString(), u":/icons/podium.svg"_s}) {
        view.setMarkdown(u"![a chart](%1)"_s.arg(source));
        QVERIFY2(view.toPlainText().contains(u"a chart"_s), qPrintable(view.toPlainText()));
        QVERIFY(!view.toHtml().contains(u"<img"_s));
        const QImage shown = view.grab().toImage();
        for (int y = 0; y < shown.height(); y += 20) {
            for (int x = 0; x < shown.width(); x += 20)
                QVERIFY(shown.pixelColor(x, y) != QColor(Qt::red));
        }
    }
}

void tst_MarkdownView::activatedLinksAreOnlyTold()
{
    MarkdownView view;
    view.setMarkdown(u"[go](https://example.com/x)"_s);
    QSignalSpy told(&view, &MarkdownView::linkActivated);
    Q_EMIT view.anchorClicked(QUrl(u"https://example.com/x"_s));
    Q_EMIT view.anchorClicked(QUrl(u"file:///etc/passwd"_s));
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.at(0).at(0).toUrl(), QUrl(u"https://example.com/x"_s));
    QCOMPARE(view.toPlainText(), u"go"_s);
}

void tst_MarkdownView::hugeTextIsShortened()
{
    MarkdownView view;
    view.setMarkdown(QString(600'000, u'x'));
    QVERIFY(view.toPlainText().size() < 40'000);
    QVERIFY(view.toPlainText().contains(u"shortened"_s));
}

void tst_MarkdownView::sizesToContents()
{
    MarkdownView view;
    view.setSizesToContents(true);
    view.setMarkdown(u"one line"_s);
    view.resize(400, 100);
    const int low = view.sizeHint().height();
    view.setMarkdown(u"one\n\ntwo\n\nthree\n\nfour\n\nfive"_s);
    QVERIFY(view.sizeHint().height() > low + 30);
}

QTEST_MAIN(tst_MarkdownView)
#include "tst_markdownview.moc"
