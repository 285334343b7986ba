#include "sources/formats.h"
#include "sources/readers/readers.h"

#include <QFile>
#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace
{

QByteArray bytesOf(const QString &name)
{
    QFile file(QStringLiteral(TEST_DATA_DIR "/sources/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Reads a file with the reader that its content asks for, in this process.
SourcesRead readHere(const QString &name)
{
    const QByteArray bytes = bytesOf(name);
    const Format &format = formatOf(bytes);
    if (format.read)
        return format.read(bytes, name);
    const auto reader = std::ranges::find(readers(), format.key, &Reader::key);
    return reader->read(bytes, name);
}

QString textOf(const std::optional<WrittenTime> &time)
{
    return time ? isoFromUtc(time->instant) + u' ' + time->zone : QString();
}

QString dateOf(const Document &document)
{
    return textOf(document.published);
}

} // namespace

class TestReaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasAReaderForEveryFormatThatIsReadApart()
    {
        for (const Format &format : formats())
            QCOMPARE(std::ranges::contains(readers(), format.key, &Reader::key), format.read == nullptr);
    }

    void tellsFormatsByTheirContent_data()
    {
        QTest::addColumn<QString>("key");
        QTest::newRow("article.html") << u"html"_s;
        QTest::newRow("article.ru.html") << u"html"_s;
        QTest::newRow("mail.eml") << u"mail"_s;
        QTest::newRow("page.mhtml") << u"mhtml"_s;
        QTest::newRow("notes.md") << u"markdown"_s;
        QTest::newRow("result.json") << u"telegram"_s;
        QTest::newRow("tweets.js") << u"tweets"_s;
        QTest::newRow("statement.pdf") << u"pdf"_s;
        QTest::newRow("statement.docx") << u"docx"_s;
        QTest::newRow("statement.odt") << u"odt"_s;
        QTest::newRow("pages.warc") << u"warc"_s;
        QTest::newRow("pages.warc.gz") << u"warc"_s;
        QTest::newRow("pages.wacz") << u"wacz"_s;
        QTest::newRow("make.py") << u"text"_s;
    }
    void tellsFormatsByTheirContent()
    {
        QFETCH(QString, key);
        QCOMPARE(formatOf(bytesOf(QString::fromUtf8(QTest::currentDataTag()))).key, key);
    }

    void tellsFormatsOfWhatIsNearly_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("key");
        QTest::newRow("nothing much") << "x"_ba << u"text"_s;
        QTest::newRow("a text about HTML") << "The tag <html> begins a page."_ba << u"text"_s;
        QTest::newRow("a page in UTF-16") << QByteArray("\xFF\xFE<\0h\0t\0m\0l\0>\0", 14) << u"html"_s;
        QTest::newRow("a page after a comment") << "<!-- a --> <!DOCTYPE HTML><p>x"_ba << u"html"_s;
        QTest::newRow("XHTML") << "<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC 'x'><html/>"_ba << u"html"_s;
        QTest::newRow("other XML") << "<?xml version='1.0'?>\n<rss/>"_ba << u"text"_s;
        QTest::newRow("other JSON") << "{\"a\": [1, 2]}"_ba << u"text"_s;
        QTest::newRow("a text that opens like a mail") << "Date: Saturday\nPlace: Arvand\n\nWords."_ba << u"text"_s;
        QTest::newRow("a mailbox") << "From a@b Sat\nFrom: a\nDate: b\nTo: c\n\nWords."_ba << u"mail"_s;
        QTest::newRow("rules in a text") << "---\nNot front matter.\n---\n"_ba << u"text"_s;
        QTest::newRow("old Word") << "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"_ba << u"word"_s;
        QTest::newRow("RTF") << "{\\rtf1 x}"_ba << u"word"_s;
        QTest::newRow("a zip archive of something else") << "PK\x03\x04xl/workbook.xml"_ba << u"zip"_s;
        QTest::newRow("posts as a list") << "[{\"created_at\": \"x\", \"full_text\": \"y\"}]"_ba << u"tweets"_s;
    }
    void tellsFormatsOfWhatIsNearly()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, key);
        QCOMPARE(formatOf(bytes).key, key);
    }

    void readsWhatAFileTellsOfItself_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("publisher");
        QTest::addColumn<QString>("author");
        QTest::addColumn<QString>("date");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("address");
        const QString address = u"https://valley.example/news/2023/bridge"_s;
        const QString none;
        QTest::newRow("article.html") << u"Shells hit bridge near Arvand, two hurt"_s << u"The Valley Courier"_s
                                      << u"A. Reporter, B. Writer"_s << u"2023-03-04T05:45Z UTC+03:30"_s << u"en-GB"_s
                                      << address;
        QTest::newRow("article.ru.html") << u"Обстрел моста у Арванда"_s << u"Долина сегодня"_s << none
                                         << u"2023-03-04T06:15Z UTC+03:00"_s << u"ru"_s << none;
        QTest::newRow("article.uk.html") << u"Обстріл мосту біля Арванда"_s << u"Долина сьогодні"_s << none
                                         << u"2023-03-04T07:15Z UTC+02:00"_s << u"uk"_s << none;
        QTest::newRow("article.hy.html") << u"Կամուրջը գնդակոծվել է"_s << u"Հովիտ"_s << none
                                         << u"2023-03-04T05:15Z UTC+04:00"_s << u"hy"_s << none;
        QTest::newRow("article.az.html") << u"Körpü atəşə tutulub"_s << u"Vadi"_s << none
                                         << u"2023-03-04T05:15Z UTC+04:00"_s << u"az"_s << none;
        QTest::newRow("article.tr.html") << u"Köprü top ateşine tutuldu"_s << u"Vadi Postası"_s << none
                                         << u"2023-03-04T06:15Z UTC+03:00"_s << u"tr"_s << none;
        QTest::newRow("article.ar.html") << u"قصف جسر قرب أروند"_s << u"بريد الوادي"_s << none
                                         << u"2023-03-04T06:15Z UTC+03:00"_s << u"ar"_s << none;
        QTest::newRow("article.fa.html") << u"پل نزدیک اروند گلوله‌باران شد"_s << u"پیک دره"_s
                                         << none << u"2023-03-04T05:45Z UTC+03:30"_s << u"fa"_s << none;
        QTest::newRow("article.he.html") << u"גשר ליד ארוונד הופגז"_s << u"דואר העמק"_s << none
                                         << u"2023-03-04T07:15Z UTC+02:00"_s << u"he"_s << none;
        QTest::newRow("mail.eml") << u"Shells hit bridge – statement"_s << none
                                  << u"Press desk of the État <desk@valley.example>"_s
                                  << u"2023-03-04T06:20Z UTC+03:30"_s << none << none;
        QTest::newRow("page.mhtml") << u"Shells hit bridge"_s << none << none << u"2023-03-04T05:45Z UTC+03:30"_s
                                    << u"en"_s << address;
        QTest::newRow("notes.md") << u"Notes from the crossing"_s << none << u"A. Reporter"_s
                                  << u"2023-03-04T14:30Z UTC+03:30"_s << u"en"_s << none;
        QTest::newRow("statement.pdf") << u"A statement"_s << none << u"A. Official"_s
                                       << u"2023-03-04T06:00Z UTC+03:30"_s << none << none;
        QTest::newRow("statement.docx") << u"A statement"_s << none << u"A. Official"_s << u"2023-03-04T06:00Z UTC"_s
                                        << none << none;
        QTest::newRow("statement.odt") << u"A statement"_s << none << u"A. Official"_s << u"2023-03-04T09:30Z "_s
                                       << u"en-GB"_s << none;
    }
    void readsWhatAFileTellsOfItself()
    {
        QFETCH(QString, title);
        QFETCH(QString, publisher);
        QFETCH(QString, author);
        QFETCH(QString, date);
        QFETCH(QString, language);
        QFETCH(QString, address);
        const SourcesRead read = readHere(QString::fromUtf8(QTest::currentDataTag()));
        QCOMPARE(read.refused.size(), std::size_t{0});
        QCOMPARE(read.documents.size(), std::size_t{1});
        const Document &document = read.documents.front();
        QCOMPARE(document.title, title);
        QCOMPARE(document.publisher, publisher);
        QCOMPARE(document.author, author);
        QCOMPARE(dateOf(document), date);
        QCOMPARE(document.language, language);
        QCOMPARE(document.address, address);
    }

    void tellsWhenASourceWasChangedAfterItsPublication_data()
    {
        QTest::addColumn<QString>("modified");
        QTest::newRow("article.html") << u"2023-03-04T08:30Z UTC+03:30"_s;
        QTest::newRow("article.ru.html") << QString();
        QTest::newRow("statement.docx") << u"2023-03-05T07:00Z UTC"_s;
        QTest::newRow("statement.odt") << u"2023-03-04T10:15Z "_s;
        QTest::newRow("statement.pdf") << u"2023-03-04T07:30Z UTC+03:30"_s;
        QTest::newRow("result.json") << u"2023-03-04T07:15Z UTC"_s;
    }
    void tellsWhenASourceWasChangedAfterItsPublication()
    {
        QFETCH(QString, modified);
        const SourcesRead read = readHere(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY(!read.documents.empty());
        QCOMPARE(textOf(read.documents.back().modified), modified);
    }

    void readsTheWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("mail.eml")
            << u"Two drivers were hurt when shells hit the bridge near Arvand early on Saturday.\n\n"
               "“It began at ten past five”, the governor said."_s;
        QTest::newRow("page.mhtml") << u"Artillery shells struck the road bridge near Arvand early on Saturday, the "
                                       "district governor – Mr Moradi – said."_s;
        QTest::newRow("statement.docx")
            << u"A statement\n\nArtillery shells struck the road bridge near Arvand early on Saturday.\n\n“It began at ten "
               "past five”, the governor said.\n\nTwo drivers were hurt.\nThe road is closed.\nEast \t2\n\nBy the old "
               "count."_s;
        QTest::newRow("statement.odt")
            << u"A statement\n\nArtillery shells struck the road bridge near Arvand (The eastern one.) early on Saturday."
               "\n\n“It began at ten past five”, the governor said.\n\nTwo drivers were hurt.\nThe road is closed.\nEast "
               "\t2"_s;
        QTest::newRow("statement.pdf")
            << u"Artillery shells struck the road bridge near Arvand early\non Saturday.\n\f“It "
               "began at ten past five”, the governor said."_s;
        QTest::newRow("article.he.html")
            << u"גשר ליד ארוונד הופגז\n\nפגזים פגעו בגשר הכביש ליד ארוונד בשעות הבוקר "
               "המוקדמות של שבת, ושני נהגים נפצעו, אמר מושל המחוז.\n\n\"זה התחיל בחמש ועשרה "
               "ונמשך שעה שלמה\", אמר לכתבים ליד הגשר."_s;
    }
    void readsTheWords()
    {
        QFETCH(QString, text);
        const SourcesRead read = readHere(QString::fromUtf8(QTest::currentDataTag()));
        QCOMPARE(read.documents.size(), std::size_t{1});
        QCOMPARE(read.documents.front().text.trimmed(), text);
    }

    void readsEveryPageOfAWebArchive_data()
    {
        QTest::addColumn<QStringList>("addresses");
        const QString first = u"https://valley.example/bridge/"_s;
        const QString again = u"https://valley.example/again"_s;
        QTest::newRow("pages.warc") << QStringList{first, again};
        QTest::newRow("pages.warc.gz") << QStringList{first, again};
        QTest::newRow("pages.wacz") << QStringList{again}; // The one that its list names
    }
    void readsEveryPageOfAWebArchive()
    {
        QFETCH(QStringList, addresses);
        const SourcesRead read = readHere(QString::fromUtf8(QTest::currentDataTag()));
        QCOMPARE(read.refused.size(), std::size_t{0});
        QStringList found;
        for (const Document &document : read.documents) {
            found << document.address;
            QVERIFY(document.text.contains(u"Artillery shells struck the road bridge near Arvand"));
            QVERIFY(document.bytes.startsWith("WARC/1.1"));
            QCOMPARE(isoFromUtc(document.retrieved), u"2023-03-05T10:00Z"_s);
        }
        QCOMPARE(found, addresses);
    }

    void tellsWhereAWebArchiveBreaksOff()
    {
        const QByteArray whole = bytesOf(u"pages.warc"_s);
        const SourcesRead read = readWarc(whole.first(whole.size() - 100), u"pages.warc"_s);
        QCOMPARE(read.documents.size(), std::size_t{1});
        QCOMPARE(read.refused.size(), std::size_t{1});
        QVERIFY(read.refused.front().message.contains(u"cut off"));
    }

    void makesADocumentOfEveryMessage()
    {
        const QByteArray bytes = bytesOf(u"result.json"_s);
        const SourcesRead read = readTelegram(bytes, u"result.json"_s);
        QCOMPARE(read.refused.size(), std::size_t{0});
        QCOMPARE(read.documents.size(), std::size_t{2});
        const Document &first = read.documents.front();
        QCOMPARE(first.text, u"Сегодня утром обстрелян мост у Арванда. \"Ранены двое\", {сообщил} глава [района]."_s);
        QCOMPARE(first.publisher, u"Долина • канал"_s);
        QCOMPARE(first.author, QString());
        QCOMPARE(dateOf(first), u"2023-03-04T06:15Z UTC"_s);
        QCOMPARE(first.address, u"https://t.me/c/1234567890/2"_s);
        QVERIFY(first.bytes.startsWith('{') && first.bytes.endsWith('}') && bytes.contains(first.bytes));
        QCOMPARE(read.documents.back().author, u"Дорожная служба"_s);
    }

    void readsEveryChatOfAWholeExport()
    {
        const QByteArray chat = bytesOf(u"result.json"_s);
        const QByteArray all =
            "{\"about\": \"\\\"messages\\\": [\", \"contacts\": {\"list\": []}, \"chats\": {\"list\": [" + chat + ","
            + chat + "]}}";
        QCOMPARE(readTelegram(all, u"result.json"_s).documents.size(), std::size_t{4});
    }

    void keepsTheOtherMessagesWhenOneIsDamaged()
    {
        QByteArray chat = bytesOf(u"result.json"_s);
        chat.replace("\"id\": 2,", "\"id\": ,");
        const SourcesRead read = readTelegram(chat, u"result.json"_s);
        QCOMPARE(read.documents.size(), std::size_t{1});
        QCOMPARE(read.refused.size(), std::size_t{1});
    }

    void makesADocumentOfEveryPost()
    {
        const SourcesRead read = readTweets(bytesOf(u"tweets.js"_s), u"tweets.js"_s);
        QCOMPARE(read.documents.size(), std::size_t{2});
        const Document &first = read.documents.front();
        QCOMPARE(first.text, u"Shells on the bridge near Arvand this morning, two hurt & the road closed."_s);
        QCOMPARE(dateOf(first), u"2023-03-04T05:45Z UTC"_s);
        QCOMPARE(first.address, u"https://x.com/i/web/status/1631900000000000001"_s);
        QCOMPARE(read.documents.back().author, u"Valley Courier (@valley)"_s);
        QCOMPARE(read.documents.back().address, u"https://x.com/valley/status/1631900000000000002"_s);
    }

    void readsPostsOneALine()
    {
        const QByteArray post = "{\"id\": \"7\", \"created_at\": \"2023-03-04T05:45:00.000Z\", \"text\": \"Words\"}\n";
        const SourcesRead read = readTweets(post + post, u"x.jsonl"_s);
        QCOMPARE(read.documents.size(), std::size_t{2});
        QCOMPARE(dateOf(read.documents.front()), u"2023-03-04T05:45Z UTC"_s);
    }

    void readsEveryMailOfAMailbox()
    {
        const QByteArray mail = "From a@b Sat Mar  4 06:20:00 2023\n" + bytesOf(u"mail.eml"_s) + '\n';
        const SourcesRead read = readMail(mail + mail, u"box"_s);
        QCOMPARE(read.documents.size(), std::size_t{2});
        QCOMPARE(read.documents.front().bytes + read.documents.back().bytes, mail + mail);
    }
};

QTEST_GUILESS_MAIN(TestReaders)
#include "tst_readers.moc"
