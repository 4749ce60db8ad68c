// The German and Swedish catalogues hold every text of the sources, and none is left untranslated.

#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTranslator>
#include <QXmlStreamReader>

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace labelwright::tests {

namespace {

struct Entry
{
    QStringList forms; ///< One, or one per plural form.
    QString type;      ///< "unfinished", "vanished", "obsolete" or empty.
};

/// By context, source text and disambiguation.
using Catalogue = std::map<QString, Entry>;

QString sourceOf(const QString& key)
{
    return key.section(QLatin1Char('\x1f'), 1, 1);
}

void readMessage(QXmlStreamReader& xml, const QString& context, Catalogue& catalogue)
{
    QString source, comment;
    Entry entry;
    while (xml.readNextStartElement()) {
        if (xml.name() == QStringLiteral("source")) {
            source = xml.readElementText();
        } else if (xml.name() == QStringLiteral("comment")) {
            comment = xml.readElementText();
        } else if (xml.name() == QStringLiteral("translation")) {
            entry.type = xml.attributes().value(QStringLiteral("type")).toString();
            QString text;
            while (!(xml.readNext() == QXmlStreamReader::EndElement
                     && xml.name() == QStringLiteral("translation"))
                   && !xml.atEnd()) {
                if (xml.isStartElement())
                    entry.forms.append(xml.readElementText());
                else if (xml.isCharacters())
                    text += xml.text();
            }
            if (entry.forms.isEmpty())
                entry.forms.append(text);
        } else {
            xml.skipCurrentElement();
        }
    }
    catalogue[QStringList{context, source, comment}.join(QLatin1Char('\x1f'))] = entry;
}

Catalogue readCatalogue(const QString& path)
{
    Catalogue catalogue;
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    QXmlStreamReader xml(&file);
    QString context;
    xml.readNextStartElement();
    while (xml.readNextStartElement()) {
        while (xml.readNextStartElement()) {
            if (xml.name() == QStringLiteral("name"))
                context = xml.readElementText();
            else if (xml.name() == QStringLiteral("message"))
                readMessage(xml, context, catalogue);
            else
                xml.skipCurrentElement();
        }
    }
    EXPECT_FALSE(xml.hasError()) << path.toStdString() << xml.errorString().toStdString();
    return catalogue;
}

QString committed(const QString& language)
{
    return QStringLiteral(LABELWRIGHT_SOURCE_DIR "/resources/translations/labelwright_%1.ts")
        .arg(language);
}

/// The texts that the sources hold now.
Catalogue wantedTexts(const QString& language)
{
    const QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("labelwright_%1.ts").arg(language));
    QStringList arguments{"-silent", "-no-obsolete", "-locations", "none", "-I", "."};
    if (language == QStringLiteral("en"))
        arguments << "-pluralonly";
    arguments << "ui" << "app/gui" << "core" << "-target-language" << language << "-ts" << copy;
    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(LABELWRIGHT_SOURCE_DIR));
    lupdate.start(QStringLiteral(LABELWRIGHT_LUPDATE), arguments);
    EXPECT_TRUE(lupdate.waitForStarted()) << "lupdate is not installed";
    EXPECT_TRUE(lupdate.waitForFinished(120'000));
    EXPECT_EQ(lupdate.exitCode(), 0) << lupdate.readAllStandardError().toStdString();
    return readCatalogue(copy);
}

/// "%1 of %n" → {"%1", "%n"}; their order may change.
std::multiset<QString> placeholders(const QString& text)
{
    static const QRegularExpression holder(QStringLiteral("%L?[1-9n]"));
    std::multiset<QString> found;
    auto matches = holder.globalMatch(text);
    while (matches.hasNext())
        found.insert(matches.next().captured());
    return found;
}

class Translations : public testing::TestWithParam<const char*>
{
};

} // namespace

TEST_P(Translations, HoldEveryTextOfTheSources)
{
    const QString language = QLatin1String(GetParam());
    const Catalogue there = readCatalogue(committed(language));
    const Catalogue wanted = wantedTexts(language);
    EXPECT_FALSE(wanted.empty());
    for (const auto& [key, entry] : wanted)
        EXPECT_TRUE(key.startsWith(QStringLiteral("labelwright")))
            << "lupdate takes the class for another: " << sourceOf(key).toStdString();
    for (const auto& [key, entry] : wanted)
        EXPECT_TRUE(there.contains(key)) << "missing: " << sourceOf(key).toStdString()
                                         << " (run ninja update_translations)";
    for (const auto& [key, entry] : there)
        EXPECT_TRUE(wanted.contains(key)) << "no longer used: " << sourceOf(key).toStdString();
}

TEST_P(Translations, LeaveNothingUntranslated)
{
    for (const auto& [key, entry] : readCatalogue(committed(QLatin1String(GetParam())))) {
        EXPECT_TRUE(entry.type.isEmpty())
            << entry.type.toStdString() << ": " << sourceOf(key).toStdString();
        for (const QString& form : entry.forms)
            EXPECT_FALSE(form.trimmed().isEmpty()) << sourceOf(key).toStdString();
    }
}

TEST_P(Translations, KeepPlaceholdersAndEllipses)
{
    for (const auto& [key, entry] : readCatalogue(committed(QLatin1String(GetParam())))) {
        const QString source = sourceOf(key);
        for (const QString& form : entry.forms) {
            auto own = placeholders(form);
            auto wanted = placeholders(source);
            // "One image" needs no number.
            if (entry.forms.size() > 1) {
                own.erase(QStringLiteral("%n"));
                wanted.erase(QStringLiteral("%n"));
            }
            EXPECT_EQ(own, wanted) << source.toStdString() << " / " << form.toStdString();
            EXPECT_EQ(form.endsWith(QChar(0x2026)), source.endsWith(QChar(0x2026)))
                << form.toStdString();
        }
    }
}

TEST_P(Translations, AreBuiltIntoTheApplication)
{
    QTranslator translator;
    EXPECT_TRUE(translator.load(QLocale(QLatin1String(GetParam())), QStringLiteral("labelwright"),
                                QStringLiteral("_"), QStringLiteral(":/translations")));
    const bool isEnglish = QLatin1String(GetParam()) == QLatin1String("en");
    EXPECT_EQ(translator.translate("labelwright::Menus", "&File").isEmpty(), isEnglish);
}

INSTANTIATE_TEST_SUITE_P(Languages, Translations, testing::Values("de", "sv", "en"));

} // namespace labelwright::tests
