#include "domain/document.h"

#include <QTest>

using namespace dateline;

class TestDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isCalledByTitleThenFileThenFirstWords_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::newRow("title") << "T" << "f.txt" << "words" << "T";
        QTest::newRow("file") << "" << "f.txt" << "words" << "f.txt";
        QTest::newRow("words") << "" << "" << "  Some\n  words " << "Some words";
        QTest::newRow("many words") << "" << "" << QStringLiteral("word ").repeated(50)
                                    << QStringLiteral("word ").repeated(12).trimmed() + QChar(0x2026);
        QTest::newRow("no space") << "" << "" << QString(500, u'x') << QString(60, u'x') + QChar(0x2026);
        QTest::newRow("pairs without a space")
            << "" << "" << QLatin1Char('x') + QString::fromUtf8("😀").repeated(100)
            << QLatin1Char('x') + QString::fromUtf8("😀").repeated(29) + QChar(0x2026);
        QTest::newRow("nothing") << "" << "" << "" << "";
    }
    void isCalledByTitleThenFileThenFirstWords()
    {
        QFETCH(QString, title);
        QFETCH(QString, file);
        QFETCH(QString, text);
        QFETCH(QString, name);
        Document document;
        document.title = title;
        document.fileName = file;
        document.text = text;
        QCOMPARE(nameOf(document), name);
    }

    void hashesTextInUtf8()
    {
        QCOMPARE(sha256Of(QStringView(u"")).toHex(),
                 QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        QCOMPARE(sha256Of(QStringLiteral("Գորիս")), sha256Of(QByteArray("Գորիս")));
        QCOMPARE(sha256Of(QByteArray("abc")).toHex(),
                 QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }
};

QTEST_APPLESS_MAIN(TestDocument)
#include "tst_document.moc"
