#include "sources/decoding.h"

#include <QTest>

#include <iconv.h>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace
{

QByteArray encoded(const QString &text, const char *encoding)
{
    const iconv_t converter = ::iconv_open(encoding, "UTF-8");
    QByteArray in = text.toUtf8();
    QByteArray out(in.size() * 4 + 16, '\0');
    char *from = in.data();
    char *to = out.data();
    auto left = static_cast<std::size_t>(in.size());
    auto room = static_cast<std::size_t>(out.size());
    const bool whole = ::iconv(converter, &from, &left, &to, &room) != static_cast<std::size_t>(-1);
    ::iconv_close(converter);
    return whole ? out.first(to - out.constData()) : QByteArray();
}

const QString russian = u"Рано утром в субботу снаряды попали в мост у Арванда, ранены двое водителей, сообщил глава "
                        "района. По его словам, обстрел начался в десять минут шестого и длился около часа.\n"_s;
const QString ukrainian = u"Рано вранці в суботу снаряди влучили в міст біля Арванда, поранено двох водіїв, повідомив "
                          "голова району. За його словами, обстріл почався о десятій годині і тривав її половину.\n"_s;
const QString turkish = u"Cumartesi sabahı erken saatlerde mermiler köprüye isabet etti, iki sürücü yaralandı. "
                        "Kaymakam, ateşin beşi on geçe başladığını ve bir saat sürdüğünü söyledi.\n"_s;
const QString arabic = u"أصابت القذائف الجسر قرب أروند في وقت مبكر من صباح السبت وأصيب سائقان بجروح كما قال حاكم "
                       "المنطقة للصحفيين.\n"_s;
const QString hebrew = u"פגזים פגעו בגשר ליד ארוונד בשעות הבוקר המוקדמות של שבת ושני נהגים נפצעו, אמר מושל המחוז "
                       "לכתבים שהגיעו למקום.\n"_s;
const QString armenian = u"Շաբաթ օրը վաղ առավոտյան արկերը հարվածել են Արվանդի մոտ գտնվող կամրջին, վիրավորվել է երկու "
                         "վարորդ, հայտնել է մարզպետը։\n"_s;
const QString german =
    u"Am frühen Samstag schlugen Geschosse in die Brücke ein, zwei Fahrer wurden verletzt. „Es begann "
    "um zehn nach fünf“, sagte der Landrat, „und dauerte über eine Stunde“.\n"_s;
const QString azerbaijani = u"Şənbə günü səhər tezdən mərmilər körpüyə dəyib, iki sürücü yaralanıb.\n"_s;
const QString persian =
    u"گلوله‌های توپ بامداد شنبه به پل خورد و دو راننده زخمی شدند.\n"_s;

} // namespace

class TestDecoding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEveryEncodingByItsLetters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("encoding");
        const auto row = [](const char *language, const QString &text, std::initializer_list<const char *> encodings) {
            for (const char *encoding : encodings)
                QTest::addRow("%s in %s", language, encoding) << text << QByteArray(encoding);
        };
        const std::initializer_list<const char *> unicode{"UTF-8",    "UTF-16LE", "UTF-16BE", "UTF-32LE",
                                                          "UTF-32BE", "UTF-16",   "UTF-32"}; // The last two with a mark
        row("English", u"Two drivers were hurt, the governor said.\n"_s, unicode);
        row("Russian", russian, unicode);
        row("Russian", russian, {"WINDOWS-1251", "KOI8-R", "KOI8-U", "ISO-8859-5", "IBM866", "MAC-CYRILLIC"});
        row("Ukrainian", ukrainian, unicode);
        row("Ukrainian", ukrainian, {"WINDOWS-1251", "KOI8-U"});
        row("Turkish", turkish, unicode);
        row("Turkish", turkish, {"WINDOWS-1254", "ISO-8859-9"});
        row("Arabic", arabic, unicode);
        row("Arabic", arabic, {"WINDOWS-1256", "ISO-8859-6"});
        row("Hebrew", hebrew, unicode);
        row("Hebrew", hebrew, {"WINDOWS-1255", "ISO-8859-8"});
        row("Armenian", armenian, unicode);
        row("Armenian", armenian, {"ARMSCII-8"});
        row("German", german, {"WINDOWS-1252", "UTF-8"});
        row("Azerbaijani", azerbaijani, unicode);
        row("Persian", persian, unicode);
    }
    void tellsEveryEncodingByItsLetters()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, encoding);
        const QByteArray bytes = encoded(text, encoding.constData());
        QVERIFY(!bytes.isEmpty());
        const std::optional<QString> read = textFromBytes(bytes);
        QVERIFY(read.has_value());
        QCOMPARE(*read, text);
    }

    void tellsTheEncodingOfALongTextWithFewForeignLetters()
    {
        const QString text = u"Nothing but plain words here.\n"_s.repeated(20'000) + russian;
        QCOMPARE(textFromBytes(encoded(text, "WINDOWS-1251")).value_or(QString()), text);
    }

    void believesAUnicodeMarkBeforeWhatIsDeclared_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("declared");
        QTest::newRow("as declared") << encoded(russian, "WINDOWS-1251") << QByteArray("windows-1251");
        QTest::newRow("by another name") << encoded(russian, "WINDOWS-1251") << QByteArray(" x-cp1251 ");
        QTest::newRow("a mark") << encoded(russian, "UTF-16") << QByteArray("windows-1251");
        QTest::newRow("UTF-8 declared as something else") << russian.toUtf8() << QByteArray("iso-8859-1");
        QTest::newRow("declared as UTF-8, and is not") << encoded(russian, "WINDOWS-1251") << QByteArray("utf-8");
        QTest::newRow("declared as nothing known") << encoded(russian, "KOI8-R") << QByteArray("klingon");
    }
    void believesAUnicodeMarkBeforeWhatIsDeclared()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, declared);
        QCOMPARE(textFromBytes(bytes, declared).remove(QChar(0xFEFF)), russian);
    }

    void putsASignForWhatCannotBeDecoded()
    {
        QCOMPARE(textFromBytes("a\xFF\xC3", "utf-8"_ba).at(0), QChar(u'a'));
        QVERIFY(!textFromBytes(QByteArray("\0\0\0", 3), "utf-8"_ba).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDecoding)
#include "tst_decoding.moc"
