<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv">
<context>
    <name>labelwright</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 tim %2 min</translation>
    </message>
    <message>
        <source>There are no weights of %1 on this machine: get them at the backbone in Modeling, or choose another backbone.</source>
        <translation>Det finns inga vikter för %1 på den här datorn: hämta dem vid backbonen under Modellering, eller välj en annan backbone.</translation>
    </message>
    <message>
        <source>%1 has no checkpoint yet: run it to the end of its first epoch, or choose another experiment.</source>
        <translation>%1 har ingen kontrollpunkt än: kör det till slutet av första epoken, eller välj ett annat experiment.</translation>
    </message>
    <message>
        <source>There is already a dataset %1: choose another name, or import into that one.</source>
        <translation>Det finns redan en datamängd %1: välj ett annat namn, eller importera till den.</translation>
    </message>
    <message>
        <source>All images belong to a subset already; make a new split that distributes them anew.</source>
        <translation>Alla bilder hör redan till en delmängd; gör en ny uppdelning som fördelar om dem.</translation>
    </message>
    <message>
        <source>Answer:</source>
        <translation>Svar:</translation>
    </message>
    <message>
        <source># Without the service, while it is enabled:</source>
        <translation># Utan tjänsten, så länge den är påslagen:</translation>
    </message>
    <message>
        <source>curl, rows</source>
        <translation>curl, rader</translation>
    </message>
    <message>
        <source>curl, form</source>
        <translation>curl, formulär</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Open Inference Protocol</source>
        <translation>Open Inference Protocol</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Kommandorad</translation>
    </message>
    <message>
        <source>The experiment %1 is gone, and with it the dataset that these images would belong to; import them from the caller&apos;s files instead.</source>
        <translation>Experimentet %1 finns inte längre, och därmed inte heller datamängden som de här bilderna skulle höra till; importera dem från anroparens filer i stället.</translation>
    </message>
</context>
<context>
    <name>labelwright::About</name>
    <message>
        <source>Built with Qt %1 (Widgets, Charts, SVG), LibTorch, OpenCV, QuaZip and SQLite. Their licences apply to them.</source>
        <translation>Byggt med Qt %1 (Widgets, Charts, SVG), LibTorch, OpenCV, QuaZip och SQLite. Deras egna licenser gäller för dem.</translation>
    </message>
    <message>
        <source>About Labelwright</source>
        <translation>Om Labelwright</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>A workbench for multi-label image classification. No account, and nothing leaves this machine unless you ask for it.</source>
        <translation>En verkstad för bildklassificering med flera etiketter. Inget konto, och ingenting lämnar den här datorn om du inte ber om det.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later: you may use, study, share and change it. It comes without any warranty.</source>
        <translation>Fri programvara under GNU General Public License, version 3 eller senare: du får använda, studera, dela och ändra den. Den kommer utan någon garanti.</translation>
    </message>
</context>
<context>
    <name>labelwright::AdvicePanel</name>
    <message>
        <source>Back to the advice</source>
        <translation>Tillbaka till förslaget</translation>
    </message>
    <message>
        <source>What the advisor chose, and why</source>
        <translation>Vad som föreslås, och varför</translation>
    </message>
    <message>
        <source>Frozen: only the head trains</source>
        <translation>Fryst: bara huvudet tränas</translation>
    </message>
    <message>
        <source>Fine-tuning: its layers train too</source>
        <translation>Finjustering: även dess lager tränas</translation>
    </message>
    <message>
        <source>The same seed, data and settings give the same result</source>
        <translation>Samma startvärde, data och inställningar ger samma resultat</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>Backbone</translation>
    </message>
    <message>
        <source>Regime</source>
        <translation>Metod</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epoker</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startvärde</translation>
    </message>
    <message>
        <source>Any number; another one shows how much is chance.</source>
        <translation>Vilket tal som helst; ett annat visar hur mycket som är slump.</translation>
    </message>
    <message>
        <source>Until its weights are here, the network below stays as it is.</source>
        <translation>Tills dess vikter finns här förblir nätverket nedan som det är.</translation>
    </message>
    <message>
        <source>Looking at the data …</source>
        <translation>Tittar på data …</translation>
    </message>
    <message>
        <source>Without a backbone, all layers train.</source>
        <translation>Utan backbone tränas alla lager.</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Varning: %1</translation>
    </message>
</context>
<context>
    <name>labelwright::ApiAccessCard</name>
    <message>
        <source>Who may call</source>
        <translation>Vem som får anropa</translation>
    </message>
    <message>
        <source>Who has a token</source>
        <translation>Den som har en token</translation>
    </message>
    <message>
        <source>Everybody who reaches the service (public)</source>
        <translation>Alla som når tjänsten (offentlig)</translation>
    </message>
    <message>
        <source>Copy the new &amp;token now: it is shown only until you leave this view.</source>
        <translation>Kopiera den nya &amp;token nu: den visas bara tills du lämnar den här vyn.</translation>
    </message>
    <message>
        <source>Copy the token</source>
        <translation>Kopiera token</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>No token yet: make one for each program that calls, so that it can be revoked alone.</source>
        <translation>Ingen token än: skapa en för varje program som anropar, så att den kan återkallas för sig.</translation>
    </message>
    <message>
        <source>New token…</source>
        <translation>Ny token…</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Återkalla…</translation>
    </message>
    <message>
        <source>Make the deployment public</source>
        <translation>Gör driftsättningen offentlig</translation>
    </message>
    <message>
        <source>Everybody who reaches the service will be able to use “%1” without a token.</source>
        <translation>Alla som når tjänsten kommer att kunna använda ”%1” utan token.</translation>
    </message>
    <message>
        <source>Make public</source>
        <translation>Gör offentlig</translation>
    </message>
    <message>
        <source>Revoke a token</source>
        <translation>Återkalla en token</translation>
    </message>
    <message>
        <source>Calls with this token will be refused from now on. This cannot be undone.</source>
        <translation>Anrop med den här token avvisas från och med nu. Det går inte att ångra.</translation>
    </message>
    <message>
        <source>Calls with the token for “%1” will be refused from now on. This cannot be undone.</source>
        <translation>Anrop med token för ”%1” avvisas från och med nu. Det går inte att ångra.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Återkalla</translation>
    </message>
</context>
<context>
    <name>labelwright::ApiCallsCard</name>
    <message>
        <source>Calls</source>
        <translation>Anrop</translation>
    </message>
    <message>
        <source>Latest calls of the service</source>
        <translation>Tjänstens senaste anrop</translation>
    </message>
    <message>
        <source>&amp;Keep images of calls</source>
        <translation>&amp;Behåll bilder från anrop</translation>
    </message>
    <message>
        <source>Images of calls</source>
        <translation>Bilder från anrop</translation>
    </message>
    <message>
        <source>Add to dataset…</source>
        <translation>Lägg till i datamängden…</translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation>Glöm alla</translation>
    </message>
    <message>
        <source>Drop the kept images; nothing else changes</source>
        <translation>Släng de behållna bilderna; inget annat ändras</translation>
    </message>
    <message>
        <source>Select images first (Ctrl+A: all)</source>
        <translation>Markera bilder först (Ctrl+A: alla)</translation>
    </message>
    <message>
        <source>Images of the next calls will stand here, to be labelled.</source>
        <translation>Här kommer bilderna från nästa anrop att stå, för att märkas.</translation>
    </message>
    <message>
        <source>Images that callers send are not kept. Switched on, the newest can be seen here and added to the dataset, so that real traffic is labelled.</source>
        <translation>Bilder som anropare skickar behålls inte. Påslaget syns de senaste här och kan läggas till i datamängden, så att verklig trafik märks.</translation>
    </message>
    <message>
        <source>Add to the dataset</source>
        <translation>Lägg till i datamängden</translation>
    </message>
    <message numerus="yes">
        <source>Add %n images to “%1”? Every label of them is unknown until somebody answers.</source>
        <translation>
            <numerusform>Lägga till en bild i ”%1”? Var och en av dess etiketter är okänd tills någon svarar.</numerusform>
            <numerusform>Lägga till %n bilder i ”%1”? Var och en av deras etiketter är okänd tills någon svarar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Lägg till</translation>
    </message>
    <message>
        <source>Adding images to %1</source>
        <translation>Bilder läggs till i %1</translation>
    </message>
    <message numerus="yes">
        <source>%n images came into “%1”; label them in Labeling.</source>
        <translation>
            <numerusform>En bild kom in i ”%1”; märk den i Märkning.</numerusform>
            <numerusform>%n bilder kom in i ”%1”; märk dem i Märkning.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already.</source>
        <translation>
            <numerusform>En fanns redan.</numerusform>
            <numerusform>%n fanns redan.</numerusform>
        </translation>
    </message>
    <message>
        <source>All calls of the service, newest first. The file access.log in the project&apos;s folder holds them too, without contents.</source>
        <translation>Alla anrop till tjänsten, senaste först. Filen access.log i projektets mapp har dem också, utan innehåll.</translation>
    </message>
    <message>
        <source>Nobody has called yet since the project was opened.</source>
        <translation>Ingen har anropat än sedan projektet öppnades.</translation>
    </message>
    <message>
        <source>Selected images come into the dataset with every label unknown. Kept in memory while the project is open, at most %1.</source>
        <translation>Markerade bilder kommer in i datamängden med varje etikett okänd. De finns i minnet medan projektet är öppet, högst %1.</translation>
    </message>
</context>
<context>
    <name>labelwright::ApiExamplesCard</name>
    <message>
        <source>Examples</source>
        <translation>Exempel</translation>
    </message>
    <message>
        <source>Copy this example</source>
        <translation>Kopiera det här exemplet</translation>
    </message>
    <message>
        <source>Example of a call: %1</source>
        <translation>Exempel på ett anrop: %1</translation>
    </message>
</context>
<context>
    <name>labelwright::ApiPanel</name>
    <message>
        <source>Enable</source>
        <translation>Slå på</translation>
    </message>
    <message>
        <source>The deployment cannot be used, so that calls are refused: %1</source>
        <translation>Driftsättningen kan inte användas, därför avvisas anrop: %1</translation>
    </message>
    <message>
        <source>Enable it first: calls of a disabled deployment are refused. Everything below can be prepared before.</source>
        <translation>Slå på den först: anrop till en avstängd driftsättning avvisas. Allt nedan kan förberedas innan dess.</translation>
    </message>
    <message>
        <source>Calls from other software</source>
        <translation>Anrop från andra program</translation>
    </message>
</context>
<context>
    <name>labelwright::ApiServiceCard</name>
    <message>
        <source>Service</source>
        <translation>Tjänst</translation>
    </message>
    <message>
        <source>&amp;URL</source>
        <translation>&amp;URL</translation>
    </message>
    <message>
        <source>Copy the URL</source>
        <translation>Kopiera URL</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adress</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>Encrypt (&amp;TLS)</source>
        <translation>Kryptera (&amp;TLS)</translation>
    </message>
    <message>
        <source>&amp;Certificate</source>
        <translation>&amp;Certifikat</translation>
    </message>
    <message>
        <source>Choose the certificate (PEM)</source>
        <translation>Välj certifikatet (PEM)</translation>
    </message>
    <message>
        <source>Private &amp;key</source>
        <translation>Privat &amp;nyckel</translation>
    </message>
    <message>
        <source>Choose the private key (PEM)</source>
        <translation>Välj den privata nyckeln (PEM)</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt *.cer *.key);;All files (*)</source>
        <translation>PEM-filer (*.pem *.crt *.cer *.key);;Alla filer (*)</translation>
    </message>
    <message>
        <source>Only programs on this computer can call it.</source>
        <translation>Bara program på den här datorn kan anropa den.</translation>
    </message>
    <message>
        <source>Every computer in the networks of this one can call it.</source>
        <translation>Alla datorer i den här datorns nätverk kan anropa den.</translation>
    </message>
    <message>
        <source>Every computer that reaches %1 can call it.</source>
        <translation>Alla datorer som når %1 kan anropa den.</translation>
    </message>
    <message>
        <source>Without TLS, tokens and images travel readable.</source>
        <translation>Utan TLS går token och bilder läsbara över nätet.</translation>
    </message>
    <message>
        <source>Running at %1</source>
        <translation>Kör på %1</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startar…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Stoppas…</translation>
    </message>
    <message>
        <source>Could not be started</source>
        <translation>Kunde inte startas</translation>
    </message>
    <message>
        <source>Stopped: nobody can call it</source>
        <translation>Stoppad: ingen kan anropa den</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppa</translation>
    </message>
    <message>
        <source>Start service</source>
        <translation>Starta tjänsten</translation>
    </message>
    <message>
        <source>“%1” is no numeric address: choose one of the list, or type one like 192.168.1.20.</source>
        <translation>”%1” är ingen numerisk adress: välj en i listan, eller skriv en som 192.168.1.20.</translation>
    </message>
    <message>
        <source>TLS needs a certificate and its private key: choose both files, or do not encrypt.</source>
        <translation>TLS behöver ett certifikat och dess privata nyckel: välj båda filerna, eller kryptera inte.</translation>
    </message>
    <message>
        <source>Every computer that can reach %1, port %2 will be able to call the enabled deployments: public ones without a token, the others with one.</source>
        <translation>Alla datorer som når %1, port %2 kommer att kunna anropa de påslagna driftsättningarna: offentliga utan token, de andra med en.</translation>
    </message>
    <message>
        <source>Without TLS, tokens and images travel readable for everyone on the way.</source>
        <translation>Utan TLS går token och bilder läsbara för alla på vägen.</translation>
    </message>
    <message>
        <source>Open the service to the network</source>
        <translation>Öppna tjänsten för nätverket</translation>
    </message>
    <message>
        <source>Other programs send images over HTTP and get scores, from all enabled deployments, while this project is open.</source>
        <translation>Andra program skickar bilder över HTTP och får poäng, från alla påslagna driftsättningar, medan det här projektet är öppet.</translation>
    </message>
</context>
<context>
    <name>labelwright::BackboneCombo</name>
    <message>
        <source>on this machine</source>
        <translation>på den här datorn</translation>
    </message>
    <message>
        <source>%1 to download</source>
        <translation>%1 att hämta</translation>
    </message>
    <message>
        <source>%1 · %2 % · %3</source>
        <translation>%1 · %2 % · %3</translation>
    </message>
    <message>
        <source>%1 % on ImageNet, %2 parameters, %3 multiply-adds per image of 224×224</source>
        <translation>%1 % på ImageNet, %2 parametrar, %3 multiplikationer med addition per bild på 224×224</translation>
    </message>
    <message>
        <source>None: small residual network</source>
        <translation>Ingen: litet residualnätverk</translation>
    </message>
</context>
<context>
    <name>labelwright::BlockCard</name>
    <message>
        <source>Follows the labels of the target</source>
        <translation>Följer målets etiketter</translation>
    </message>
    <message>
        <source>Output: channels × height × width, or the length of a vector</source>
        <translation>Utdata: kanaler × höjd × bredd, eller längden på en vektor</translation>
    </message>
    <message>
        <source>Trainable values, and multiplications with additions per image</source>
        <translation>Träningsbara värden, och multiplikationer med addition per bild</translation>
    </message>
    <message>
        <source>Block %1: %2</source>
        <translation>Block %1: %2</translation>
    </message>
    <message>
        <source>Output %1</source>
        <translation>Utdata %1</translation>
    </message>
</context>
<context>
    <name>labelwright::BlockForm</name>
    <message>
        <source>Change backbone</source>
        <translation>Byt backbone</translation>
    </message>
    <message>
        <source>No block selected</source>
        <translation>Inget block valt</translation>
    </message>
    <message>
        <source>Click a block of the network to see its settings.</source>
        <translation>Klicka på ett block i nätverket för att se dess inställningar.</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>Backbone</translation>
    </message>
</context>
<context>
    <name>labelwright::BlockJoint</name>
    <message>
        <source>Add a block here</source>
        <translation>Lägg till ett block här</translation>
    </message>
    <message>
        <source>Add a block at place %1</source>
        <translation>Lägg till ett block på plats %1</translation>
    </message>
</context>
<context>
    <name>labelwright::CalibrationCharts</name>
    <message>
        <source>Reliability</source>
        <translation>Tillförlitlighet</translation>
    </message>
    <message>
        <source>Mean score</source>
        <translation>Medelpoäng</translation>
    </message>
    <message>
        <source>Share of positives</source>
        <translation>Andel positiva</translation>
    </message>
    <message>
        <source>Score before calibration</source>
        <translation>Poäng före kalibrering</translation>
    </message>
    <message>
        <source>Score after calibration</source>
        <translation>Poäng efter kalibrering</translation>
    </message>
    <message>
        <source>Calibrated</source>
        <translation>Kalibrerad</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Före</translation>
    </message>
    <message>
        <source>Perfect</source>
        <translation>Perfekt</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Oförändrad</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrering</translation>
    </message>
    <message>
        <source>Error %1 → %2</source>
        <translation>Fel %1 → %2</translation>
    </message>
    <message>
        <source>Brier %1 → %2</source>
        <translation>Brier %1 → %2</translation>
    </message>
</context>
<context>
    <name>labelwright::ChartLegend</name>
    <message>
        <source>Legend</source>
        <translation>Förklaring</translation>
    </message>
</context>
<context>
    <name>labelwright::ChartPanel</name>
    <message>
        <source>n/a</source>
        <translation>saknas</translation>
    </message>
    <message>
        <source>Choose a label</source>
        <translation>Välj en etikett</translation>
    </message>
    <message>
        <source>No known positives in this subset</source>
        <translation>Inga kända positiva i den här delmängden</translation>
    </message>
    <message>
        <source>No known negatives in this subset</source>
        <translation>Inga kända negativa i den här delmängden</translation>
    </message>
    <message>
        <source>False positive rate</source>
        <translation>Andel falskt positiva</translation>
    </message>
    <message>
        <source>True positive rate</source>
        <translation>Andel sant positiva</translation>
    </message>
    <message>
        <source>ROC</source>
        <translation>ROC</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Slump</translation>
    </message>
    <message>
        <source>AUC %1</source>
        <translation>AUC %1</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Täckning</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precision</translation>
    </message>
    <message>
        <source>AP %1</source>
        <translation>AP %1</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validering</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Träning</translation>
    </message>
    <message>
        <source>Training, each step</source>
        <translation>Träning, varje steg</translation>
    </message>
    <message>
        <source>mAP</source>
        <translation>mAP</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Inlärningstakt</translation>
    </message>
    <message>
        <source>The chart could not be drawn as a picture.</source>
        <translation>Diagrammet kunde inte ritas som en bild.</translation>
    </message>
    <message>
        <source>Save as %1…</source>
        <translation>Spara som %1…</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Spara diagrammet</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>Inget att visa ännu</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Följ</translation>
    </message>
    <message>
        <source>Show all data again, and what comes</source>
        <translation>Visa alla data igen, och det som kommer</translation>
    </message>
    <message>
        <source>Menu of the chart %1</source>
        <translation>Meny för diagrammet %1</translation>
    </message>
    <message>
        <source>Save, copy, or show as a table</source>
        <translation>Spara, kopiera eller visa som tabell</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>Kopiera som bild</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>Visa som tabell</translation>
    </message>
    <message>
        <source>Logarithmic vertical axis</source>
        <translation>Logaritmisk lodrät axel</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Visa allt</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Kurva</translation>
    </message>
    <message>
        <source>Numbers of the chart</source>
        <translation>Diagrammets siffror</translation>
    </message>
</context>
<context>
    <name>labelwright::CheckList</name>
    <message>
        <source>Search %1</source>
        <translation>Sök %1</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alla</translation>
    </message>
    <message>
        <source>Tick all %1</source>
        <translation>Kryssa för alla %1</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Inga</translation>
    </message>
    <message>
        <source>Tick none of the %1</source>
        <translation>Kryssa för inga av %1</translation>
    </message>
    <message>
        <source>%1 of %2 chosen</source>
        <translation>%1 av %2 valda</translation>
    </message>
</context>
<context>
    <name>labelwright::ComparisonView</name>
    <message>
        <source>Compare</source>
        <translation>Jämför</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>Valideringsförlust</translation>
    </message>
    <message>
        <source>Validation mAP</source>
        <translation>Validerings-mAP</translation>
    </message>
    <message>
        <source>This experiment &amp;against</source>
        <translation>Det här experimentet &amp;mot</translation>
    </message>
    <message>
        <source>&amp;on</source>
        <translation>&amp;på</translation>
    </message>
    <message>
        <source>Validation images</source>
        <translation>Valideringsbilder</translation>
    </message>
    <message>
        <source>Test images</source>
        <translation>Testbilder</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epok</translation>
    </message>
    <message>
        <source>Figures of both</source>
        <translation>Siffror för båda</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>Inställningar som skiljer sig</translation>
    </message>
    <message>
        <source>Choose an experiment to compare with, then Compare.</source>
        <translation>Välj ett experiment att jämföra med, sedan Jämför.</translation>
    </message>
    <message>
        <source>There is no other experiment with results to compare with.</source>
        <translation>Det finns inget annat experiment med resultat att jämföra med.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Jämför…</translation>
    </message>
    <message>
        <source>Comparing experiments</source>
        <translation>Jämför experiment</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Nyckeltal</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Skillnad</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Inställning</translation>
    </message>
    <message>
        <source>%1 · epoch %2</source>
        <translation>%1 · epok %2</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>saknas</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 till %3)</translation>
    </message>
    <message>
        <source>No label has positives here, so the two cannot be told apart.</source>
        <translation>Ingen etikett har positiva här, så de två går inte att skilja åt.</translation>
    </message>
    <message>
        <source>%1 is better than %2: mAP %3.</source>
        <translation>%1 är bättre än %2: mAP %3.</translation>
    </message>
    <message>
        <source>No clear difference: mAP of %1 against %2 is %3; %1 was higher in %4 % of the resamples.</source>
        <translation>Ingen tydlig skillnad: mAP för %1 mot %2 är %3; %1 låg högre i %4 % av omsamplingarna.</translation>
    </message>
    <message>
        <source>mAP</source>
        <translation>mAP</translation>
    </message>
    <message>
        <source>Macro F1</source>
        <translation>Makro-F1</translation>
    </message>
    <message>
        <source>Micro F1</source>
        <translation>Mikro-F1</translation>
    </message>
    <message>
        <source>Macro ROC-AUC</source>
        <translation>Makro-ROC-AUC</translation>
    </message>
    <message>
        <source>Macro precision</source>
        <translation>Makroprecision</translation>
    </message>
    <message>
        <source>Macro recall</source>
        <translation>Makrotäckning</translation>
    </message>
    <message>
        <source>Hamming loss (lower is better)</source>
        <translation>Hammingförlust (lägre är bättre)</translation>
    </message>
    <message>
        <source>AP of %1</source>
        <translation>AP för %1</translation>
    </message>
    <message>
        <source>Block %1: %2</source>
        <translation>Block %1: %2</translation>
    </message>
</context>
<context>
    <name>labelwright::ConditionRow</name>
    <message>
        <source>%1: column</source>
        <translation>%1: kolumn</translation>
    </message>
    <message>
        <source>%1: comparison</source>
        <translation>%1: jämförelse</translation>
    </message>
    <message>
        <source>%1: value</source>
        <translation>%1: värde</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Värde</translation>
    </message>
    <message>
        <source>is equal to</source>
        <translation>är lika med</translation>
    </message>
    <message>
        <source>is not equal to</source>
        <translation>är inte lika med</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>innehåller</translation>
    </message>
    <message>
        <source>is less than</source>
        <translation>är mindre än</translation>
    </message>
    <message>
        <source>is greater than</source>
        <translation>är större än</translation>
    </message>
</context>
<context>
    <name>labelwright::ConfusionMatrix</name>
    <message>
        <source>hits</source>
        <translation>träffar</translation>
    </message>
    <message>
        <source>misses</source>
        <translation>missar</translation>
    </message>
    <message>
        <source>false alarms</source>
        <translation>falsklarm</translation>
    </message>
    <message>
        <source>rightly absent</source>
        <translation>rätt frånvarande</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Förväxlingsmatris</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Antal</translation>
    </message>
    <message>
        <source>Percentage</source>
        <translation>Procent</translation>
    </message>
    <message>
        <source>Predicted present</source>
        <translation>Förutsagd närvarande</translation>
    </message>
    <message>
        <source>Predicted absent</source>
        <translation>Förutsagd frånvarande</translation>
    </message>
    <message>
        <source>Is
present</source>
        <translation>Är
närvarande</translation>
    </message>
    <message>
        <source>Is
absent</source>
        <translation>Är
frånvarande</translation>
    </message>
    <message>
        <source>Show only these images below; again: all</source>
        <translation>Visa bara de här bilderna nedan; en gång till: alla</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>labelwright::ContentsWords</name>
    <message>
        <source>present</source>
        <translation>närvarande</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>frånvarande</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>okänd</translation>
    </message>
    <message>
        <source>No subset</source>
        <translation>Ingen delmängd</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Träning</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validering</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Subset</source>
        <translation>Delmängd</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Storlek</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupp</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
</context>
<context>
    <name>labelwright::CreateDeploymentDialog</name>
    <message>
        <source>Create deployment</source>
        <translation>Skapa driftsättning</translation>
    </message>
    <message>
        <source>Thresholds the deployment will carry</source>
        <translation>Trösklar som driftsättningen får</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etikett</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Tröskel</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anmärkning</translation>
    </message>
    <message>
        <source>&amp;Experiment</source>
        <translation>&amp;Experiment</translation>
    </message>
    <message>
        <source>&amp;Checkpoint</source>
        <translation>&amp;Kontrollpunkt</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Namn</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Skapa</translation>
    </message>
    <message>
        <source>The deployment keeps a copy of the weights and of these thresholds; later changes of the experiment do not reach it.
Thresholds: %1
Calibration: %2</source>
        <translation>Driftsättningen behåller en kopia av vikterna och av dessa trösklar; senare ändringar i experimentet når den inte.
Trösklar: %1
Kalibrering: %2</translation>
    </message>
</context>
<context>
    <name>labelwright::DatasetCommands</name>
    <message>
        <source>%1 came into “%2”, with %3.</source>
        <translation>%1 kom in i ”%2”, med %3.</translation>
    </message>
    <message>
        <source>1 label</source>
        <translation>1 etikett</translation>
    </message>
    <message>
        <source>%1 labels</source>
        <translation>%1 etiketter</translation>
    </message>
    <message>
        <source> %1 were there already.</source>
        <translation> %1 fanns redan där.</translation>
    </message>
    <message>
        <source> %1 rows or images cannot be used.</source>
        <translation> %1 rader eller bilder kan inte användas.</translation>
    </message>
    <message>
        <source>Stopped. What was done until then stays; “Check again” in a dataset&apos;s menu goes on.</source>
        <translation>Stoppad. Det som hann göras finns kvar; ”Kontrollera igen” i en datamängds meny fortsätter.</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>Importerar %1</translation>
    </message>
    <message>
        <source>Save rejects…</source>
        <translation>Spara avvisade…</translation>
    </message>
    <message>
        <source>Save the rejected rows</source>
        <translation>Spara de avvisade raderna</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-filer (*.csv)</translation>
    </message>
    <message>
        <source>The rejected rows are in %1.</source>
        <translation>De avvisade raderna finns i %1.</translation>
    </message>
    <message>
        <source>%1 are ready: drawn landscapes with %2 labels.</source>
        <translation>%1 är klara: ritade landskap med %2 etiketter.</translation>
    </message>
    <message>
        <source>New name of the dataset</source>
        <translation>Nytt namn på datamängden</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>Ta bort ”%1”?</translation>
    </message>
    <message>
        <source>Its labels, answers and subsets go, and with them the %1 that were copied into the project. This cannot be taken back.</source>
        <translation>Dess etiketter, svar och delmängder försvinner, och med dem de %1 som kopierats in i projektet. Det går inte att ångra.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>Deleting %1</source>
        <translation>Tar bort %1</translation>
    </message>
    <message>
        <source>“%1” is deleted.</source>
        <translation>”%1” är borttagen.</translation>
    </message>
    <message>
        <source>Export as a zip with index.csv</source>
        <translation>Exportera som zip med index.csv</translation>
    </message>
    <message>
        <source>Zip archives (*.zip)</source>
        <translation>Zip-arkiv (*.zip)</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>Exporterar %1</translation>
    </message>
    <message>
        <source>%1 are in %2.</source>
        <translation>%1 finns i %2.</translation>
    </message>
    <message>
        <source> %1 cannot be used and were left out.</source>
        <translation> %1 kan inte användas och utelämnades.</translation>
    </message>
    <message>
        <source>Checking %1</source>
        <translation>Kontrollerar %1</translation>
    </message>
    <message>
        <source>Checked again: %1 more can be used now.</source>
        <translation>Kontrollerat igen: %1 till kan användas nu.</translation>
    </message>
    <message>
        <source>Distribute anew?</source>
        <translation>Fördela om?</translation>
    </message>
    <message>
        <source>Up to %1 may move to another subset. Experiments made before keep the subsets they were trained with, but a new one can have trained on images that are tested now: compare them with care.</source>
        <translation>Upp till %1 kan flyttas till en annan delmängd. Tidigare experiment behåller de delmängder de tränades med, men ett nytt kan ha tränats på bilder som nu testas: jämför dem med försiktighet.</translation>
    </message>
    <message>
        <source>Distribute anew</source>
        <translation>Fördela om</translation>
    </message>
    <message>
        <source>Splitting %1</source>
        <translation>Delar upp %1</translation>
    </message>
    <message>
        <source>%1 were assigned, %2 moved.</source>
        <translation>%1 tilldelades, %2 flyttades.</translation>
    </message>
    <message>
        <source> %1 meet no rule and stay as they were.</source>
        <translation> %1 uppfyller ingen regel och förblev som de var.</translation>
    </message>
    <message>
        <source>Experiments that were made with this feature set keep their labels.</source>
        <translation>Experiment som gjordes med den här etikettuppsättningen behåller sina etiketter.</translation>
    </message>
    <message>
        <source>Preparing the sample</source>
        <translation>Förbereder exemplet</translation>
    </message>
    <message>
        <source>Train a model now</source>
        <translation>Träna en modell nu</translation>
    </message>
</context>
<context>
    <name>labelwright::DatasetList</name>
    <message>
        <source>⚠ %1 cannot be used</source>
        <translation>⚠ %1 kan inte användas</translation>
    </message>
    <message>
        <source>%1 still to check</source>
        <translation>%1 kvar att kontrollera</translation>
    </message>
    <message>
        <source>1 version</source>
        <translation>1 version</translation>
    </message>
    <message>
        <source>%1 versions</source>
        <translation>%1 versioner</translation>
    </message>
    <message>
        <source>1 experiment</source>
        <translation>1 experiment</translation>
    </message>
    <message>
        <source>%1 experiments</source>
        <translation>%1 experiment</translation>
    </message>
    <message>
        <source>In this project</source>
        <translation>I det här projektet</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datamängder</translation>
    </message>
    <message>
        <source>More for this dataset</source>
        <translation>Mer för den här datamängden</translation>
    </message>
    <message>
        <source>Rename, export, check again, delete</source>
        <translation>Byt namn, exportera, kontrollera igen, ta bort</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Byt namn…</translation>
    </message>
    <message>
        <source>Export zip…</source>
        <translation>Exportera zip…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Kontrollera igen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Ta bort…</translation>
    </message>
</context>
<context>
    <name>labelwright::DatasetTab</name>
    <message numerus="yes">
        <source>%n images are still being checked and take no part yet.</source>
        <translation>
            <numerusform>%n bild kontrolleras fortfarande och deltar inte ännu.</numerusform>
            <numerusform>%n bilder kontrolleras fortfarande och deltar inte ännu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n images cannot be used; Datasets says why.</source>
        <translation>
            <numerusform>%n bild kan inte användas; Datamängder säger varför.</numerusform>
            <numerusform>%n bilder kan inte användas; Datamängder säger varför.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no validation subset, so that no best epoch can be chosen; split the dataset first.</source>
        <translation>Det finns ingen valideringsdelmängd, så ingen bästa epok kan väljas; dela upp datamängden först.</translation>
    </message>
    <message>
        <source>There is no test subset, so that final figures cannot be reported.</source>
        <translation>Det finns ingen testdelmängd, så slutliga siffror kan inte redovisas.</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datamängd</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>Räknar …</translation>
    </message>
    <message>
        <source>, usually %1×%2 pixels</source>
        <translation>, oftast %1×%2 pixlar</translation>
    </message>
    <message>
        <source>%L1 images</source>
        <translation>%L1 bilder</translation>
    </message>
</context>
<context>
    <name>labelwright::DatasetWords</name>
    <message>
        <source>%1 where %2</source>
        <translation>%1 där %2</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>nyss</translation>
    </message>
    <message>
        <source>1 minute ago</source>
        <translation>för 1 minut sedan</translation>
    </message>
    <message>
        <source>%1 minutes ago</source>
        <translation>för %1 minuter sedan</translation>
    </message>
    <message>
        <source>1 hour ago</source>
        <translation>för 1 timme sedan</translation>
    </message>
    <message>
        <source>%1 hours ago</source>
        <translation>för %1 timmar sedan</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>i går</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>för %1 dagar sedan</translation>
    </message>
    <message>
        <source>Not split yet</source>
        <translation>Inte uppdelad ännu</translation>
    </message>
    <message>
        <source>From the index&apos;s subset column</source>
        <translation>Från indexets subset-kolumn</translation>
    </message>
    <message>
        <source>By conditions: %1</source>
        <translation>Efter villkor: %1</translation>
    </message>
    <message>
        <source>By chance %1 %, every pair of labels in proportion, seed %2</source>
        <translation>Slumpvis %1 %, varje etikettpar i proportion, startvärde %2</translation>
    </message>
    <message>
        <source>By chance %1 %, every label in proportion, seed %2</source>
        <translation>Slumpvis %1 %, varje etikett i proportion, startvärde %2</translation>
    </message>
    <message>
        <source>; only where %1</source>
        <translation>; bara där %1</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 bild</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 bilder</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>labelwright::DatasetsPage</name>
    <message>
        <source>Datasets</source>
        <translation>Datamängder</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importera</translation>
    </message>
    <message>
        <source>Zip or CSV file…</source>
        <translation>Zip- eller CSV-fil…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Mapp…</translation>
    </message>
    <message>
        <source>Draw the sample</source>
        <translation>Rita exemplet</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>Nytt experiment</translation>
    </message>
    <message>
        <source>Train a model on this dataset with the chosen feature set</source>
        <translation>Träna en modell på den här datamängden med vald etikettuppsättning</translation>
    </message>
    <message>
        <source>Bring in your images</source>
        <translation>Hämta in dina bilder</translation>
    </message>
    <message>
        <source>Drop a zip or a folder here: images with an index.csv (a column per label), a folder per label, or images alone. You see what comes in before anything is stored.</source>
        <translation>Släpp en zip eller en mapp här: bilder med en index.csv (en kolumn per etikett), en mapp per etikett, eller bara bilder. Du ser vad som kommer in innan något sparas.</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Importera en fil…</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>Importera en mapp…</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Prova exemplet</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Subsets</source>
        <translation>Delmängder</translation>
    </message>
    <message>
        <source>Feature sets</source>
        <translation>Etikettuppsättningar</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versioner</translation>
    </message>
    <message>
        <source>Data (*.zip *.csv *.tsv);;All files (*)</source>
        <translation>Data (*.zip *.csv *.tsv);;Alla filer (*)</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Importera en mapp</translation>
    </message>
</context>
<context>
    <name>labelwright::Deployment</name>
    <message>
        <source>Warming up…</source>
        <translation>Värmer upp…</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Klar</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Misslyckades</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Avstängd</translation>
    </message>
    <message>
        <source>Best epoch (%1)</source>
        <translation>Bästa epok (%1)</translation>
    </message>
    <message>
        <source>Last epoch (%1)</source>
        <translation>Sista epok (%1)</translation>
    </message>
    <message>
        <source>never</source>
        <translation>aldrig</translation>
    </message>
    <message>
        <source>best F1</source>
        <translation>bästa F1</translation>
    </message>
    <message>
        <source>best F-beta with beta \1</source>
        <translation>bästa F-beta med beta \1</translation>
    </message>
    <message>
        <source>precision of at least \1</source>
        <translation>precision på minst \1</translation>
    </message>
    <message>
        <source>recall of at least \1</source>
        <translation>täckning på minst \1</translation>
    </message>
    <message>
        <source>least cost, a false alarm costing \1 misses</source>
        <translation>lägsta kostnad, ett falsklarm lika dyrt som \1 missar</translation>
    </message>
    <message>
        <source>as often as in the data</source>
        <translation>lika vanlig som i data</translation>
    </message>
    <message>
        <source>temperature scaling</source>
        <translation>temperaturskalning</translation>
    </message>
    <message>
        <source>Platt scaling</source>
        <translation>Plattskalning</translation>
    </message>
</context>
<context>
    <name>labelwright::DeploymentDetails</name>
    <message>
        <source>Rename this deployment</source>
        <translation>Byt namn på den här driftsättningen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Ta bort…</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Prova</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detaljer</translation>
    </message>
    <message>
        <source>%1 · %2 · created %3</source>
        <translation>%1 · %2 · skapad %3</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Stäng av</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Slå på</translation>
    </message>
    <message>
        <source>Disable the deployment first, then it can be deleted.</source>
        <translation>Stäng av driftsättningen först, sedan kan den tas bort.</translation>
    </message>
    <message>
        <source>Delete this deployment with its copy of the weights</source>
        <translation>Ta bort den här driftsättningen med dess kopia av vikterna</translation>
    </message>
    <message>
        <source>Warming up…</source>
        <translation>Värmer upp…</translation>
    </message>
    <message>
        <source>The network is being loaded and run once, so that the first image is answered as fast as later ones.</source>
        <translation>Nätverket laddas och körs en gång, så att den första bilden besvaras lika snabbt som senare.</translation>
    </message>
    <message>
        <source>The deployment cannot be used</source>
        <translation>Driftsättningen kan inte användas</translation>
    </message>
    <message>
        <source>Enable it first</source>
        <translation>Slå på den först</translation>
    </message>
    <message>
        <source>An enabled deployment keeps its network loaded, so that images are answered at once. It stays enabled when you come back.</source>
        <translation>En påslagen driftsättning håller sitt nätverk laddat, så att bilder besvaras direkt. Den förblir påslagen när du kommer tillbaka.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Försök igen</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportera</translation>
    </message>
</context>
<context>
    <name>labelwright::DeploymentHost</name>
    <message>
        <source>Warming up %1</source>
        <translation>Värmer upp %1</translation>
    </message>
</context>
<context>
    <name>labelwright::DeploymentPage</name>
    <message>
        <source>Train an experiment first: there is no checkpoint that could be deployed.</source>
        <translation>Träna ett experiment först: det finns ingen kontrollpunkt att driftsätta.</translation>
    </message>
    <message>
        <source>Creating deployment %1</source>
        <translation>Skapar driftsättningen %1</translation>
    </message>
    <message>
        <source>The deployment “%1” was created.</source>
        <translation>Driftsättningen ”%1” skapades.</translation>
    </message>
    <message>
        <source>Enable it</source>
        <translation>Slå på den</translation>
    </message>
    <message>
        <source>Rename the deployment</source>
        <translation>Byt namn på driftsättningen</translation>
    </message>
    <message>
        <source>Delete the deployment</source>
        <translation>Ta bort driftsättningen</translation>
    </message>
    <message>
        <source>Delete “%1” with its copy of the weights and thresholds? This cannot be undone.</source>
        <translation>Ta bort ”%1” med dess kopia av vikter och trösklar? Det går inte att ångra.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>The deployment “%1” was deleted.</source>
        <translation>Driftsättningen ”%1” togs bort.</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Driftsättning</translation>
    </message>
    <message>
        <source>Create deployment</source>
        <translation>Skapa driftsättning</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>Driftsättningar</translation>
    </message>
    <message>
        <source>Train an experiment first</source>
        <translation>Träna ett experiment först</translation>
    </message>
    <message>
        <source>A deployment is a trained network, with its thresholds, put to use. As soon as an experiment has finished its first epoch, it can be deployed here.</source>
        <translation>En driftsättning är ett tränat nätverk, med sina trösklar, i bruk. Så snart ett experiment har avslutat sin första epok kan det driftsättas här.</translation>
    </message>
    <message>
        <source>No deployment yet</source>
        <translation>Ingen driftsättning ännu</translation>
    </message>
    <message>
        <source>A deployment copies the weights and thresholds of a checkpoint, so that they stay as they are. Then try it on your own images, and export it.</source>
        <translation>En driftsättning kopierar vikterna och trösklarna från en kontrollpunkt, så att de förblir som de är. Prova den sedan på egna bilder och exportera den.</translation>
    </message>
    <message numerus="yes">
        <source>%n deployments</source>
        <translation>
            <numerusform>%n driftsättning</numerusform>
            <numerusform>%n driftsättningar</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to Modeling</source>
        <translation>Gå till Modellering</translation>
    </message>
</context>
<context>
    <name>labelwright::EmptyState</name>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
</context>
<context>
    <name>labelwright::EndpointHost</name>
    <message>
        <source>TLS needs both a certificate and a private key: choose the file that is missing, or neither.</source>
        <translation>TLS behöver både certifikat och privat nyckel: välj filen som saknas, eller ingen.</translation>
    </message>
</context>
<context>
    <name>labelwright::EpochPanel</name>
    <message>
        <source>ROC</source>
        <translation>ROC</translation>
    </message>
    <message>
        <source>Epoch </source>
        <translation>Epok </translation>
    </message>
    <message>
        <source>Epoch shown</source>
        <translation>Visad epok</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Senaste</translation>
    </message>
    <message>
        <source>Show the latest epoch, and each that comes</source>
        <translation>Visa den senaste epoken, och varje som kommer</translation>
    </message>
    <message>
        <source>Labels on validation: after the first epoch</source>
        <translation>Etiketter på validering: efter den första epoken</translation>
    </message>
    <message>
        <source>Validation after epoch %1, at threshold 0.5</source>
        <translation>Validering efter epok %1, vid tröskel 0,5</translation>
    </message>
    <message>
        <source>After the first epoch</source>
        <translation>Efter den första epoken</translation>
    </message>
    <message>
        <source>Fixed at 0.5 while training; fitted thresholds are in Predictions.</source>
        <translation>Fast vid 0,5 under träningen; anpassade trösklar finns under Förutsägelser.</translation>
    </message>
</context>
<context>
    <name>labelwright::EpochState</name>
    <message>
        <source>No known positives in validation</source>
        <translation>Inga kända positiva i valideringen</translation>
    </message>
    <message>
        <source>No known negatives in validation</source>
        <translation>Inga kända negativa i valideringen</translation>
    </message>
</context>
<context>
    <name>labelwright::EvaluationPage</name>
    <message>
        <source>Evaluation</source>
        <translation>Utvärdering</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportera</translation>
    </message>
    <message>
        <source>Create deployment</source>
        <translation>Skapa driftsättning</translation>
    </message>
    <message>
        <source>Nothing to evaluate yet</source>
        <translation>Inget att utvärdera ännu</translation>
    </message>
    <message>
        <source>Train an experiment, and its curves, figures and mistakes stand here.</source>
        <translation>Träna ett experiment, så visas dess kurvor, siffror och misstag här.</translation>
    </message>
    <message>
        <source>This experiment was not run yet</source>
        <translation>Det här experimentet har inte körts ännu</translation>
    </message>
    <message>
        <source>Run it in Modeling; its curves appear here from the first step on.</source>
        <translation>Kör det i Modellering; dess kurvor visas här från första steget.</translation>
    </message>
    <message>
        <source>Go to Modeling</source>
        <translation>Gå till Modellering</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Report as a web page…</source>
        <translation>Rapport som webbsida…</translation>
    </message>
    <message>
        <source>Table of labels as CSV…</source>
        <translation>Tabell över etiketter som CSV…</translation>
    </message>
    <message>
        <source>Predictions can be inspected after the first epoch.</source>
        <translation>Förutsägelser kan granskas efter den första epoken.</translation>
    </message>
    <message>
        <source>Parts of the evaluation</source>
        <translation>Utvärderingens delar</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Träning</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>Förutsägelser</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Jämför</translation>
    </message>
    <message>
        <source>This experiment&apos;s run failed.</source>
        <translation>Det här experimentets körning misslyckades.</translation>
    </message>
    <message>
        <source>Go to Datasets</source>
        <translation>Gå till Datamängder</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>Skrev %1</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Spara rapporten</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webbsida (*.html)</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Skriver rapporten</translation>
    </message>
    <message>
        <source>Save the table of labels</source>
        <translation>Spara tabellen över etiketter</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabell (*.csv)</translation>
    </message>
    <message>
        <source>Writing the table</source>
        <translation>Skriver tabellen</translation>
    </message>
</context>
<context>
    <name>labelwright::ExperimentDocument</name>
    <message>
        <source>Changed by you. The advice was: %1</source>
        <translation>Ändrat av dig. Rådet var: %1</translation>
    </message>
</context>
<context>
    <name>labelwright::ExperimentList</name>
    <message>
        <source>Duplicate settings only</source>
        <translation>Duplicera bara inställningarna</translation>
    </message>
    <message>
        <source>Duplicate with best weights</source>
        <translation>Duplicera med bästa vikterna</translation>
    </message>
    <message>
        <source>The copy starts from the weights of the best epoch</source>
        <translation>Kopian börjar från den bästa epokens vikter</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Byt namn…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Ta bort…</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Duplicate …</source>
        <translation>Duplicera …</translation>
    </message>
    <message>
        <source>Duplicate this experiment</source>
        <translation>Duplicera det här experimentet</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicera</translation>
    </message>
    <message>
        <source>Duplicating the experiment</source>
        <translation>Duplicerar experimentet</translation>
    </message>
    <message>
        <source>Name of the experiment</source>
        <translation>Experimentets namn</translation>
    </message>
    <message>
        <source>Delete experiment</source>
        <translation>Ta bort experiment</translation>
    </message>
    <message>
        <source>“%1” is deleted with its run, weights and scores. This cannot be undone.</source>
        <translation>”%1” tas bort med körning, vikter och poäng. Det går inte att ångra.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>Deleting %1</source>
        <translation>Tar bort %1</translation>
    </message>
</context>
<context>
    <name>labelwright::ExperimentView</name>
    <message>
        <source>Undo</source>
        <translation>Ångra</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Gör om</translation>
    </message>
    <message>
        <source>Duplicate to change</source>
        <translation>Duplicera för att ändra</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Inställningar</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Run settings</source>
        <translation>Körinställningar</translation>
    </message>
    <message>
        <source>%1 parameters · %2 multiply-adds per image</source>
        <translation>%1 parametrar · %2 multiplikationer med addition per bild</translation>
    </message>
    <message numerus="yes">
        <source>%n problems to solve</source>
        <translation>
            <numerusform>%n problem att lösa</numerusform>
            <numerusform>%n problem att lösa</numerusform>
        </translation>
    </message>
    <message>
        <source>This experiment is running; it shows what is being trained.</source>
        <translation>Det här experimentet körs; här visas vad som tränas.</translation>
    </message>
    <message>
        <source>%1: this experiment shows what was trained.</source>
        <translation>%1: här visas vad som tränades.</translation>
    </message>
    <message>
        <source> · starts from trained weights</source>
        <translation> · börjar från tränade vikter</translation>
    </message>
</context>
<context>
    <name>labelwright::ExperimentWizard</name>
    <message>
        <source>Create</source>
        <translation>Skapa</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>Nytt experiment</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datamängd</translation>
    </message>
    <message>
        <source>Inputs / target</source>
        <translation>Indata / mål</translation>
    </message>
    <message>
        <source>Problem type</source>
        <translation>Problemtyp</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Make the experiment (Ctrl+Enter)</source>
        <translation>Skapa experimentet (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Nothing can be trained like this yet.</source>
        <translation>Inget kan tränas så här ännu.</translation>
    </message>
    <message>
        <source>Everything can still be changed after Create.</source>
        <translation>Allt kan fortfarande ändras efter Skapa.</translation>
    </message>
    <message>
        <source>Creating as soon as the data has been looked at …</source>
        <translation>Skapas så snart data har gåtts igenom …</translation>
    </message>
</context>
<context>
    <name>labelwright::ExportPanel</name>
    <message>
        <source>Export the model</source>
        <translation>Exportera modellen</translation>
    </message>
    <message>
        <source>&amp;Form:</source>
        <translation>&amp;Form:</translation>
    </message>
    <message>
        <source>Export model…</source>
        <translation>Exportera modell…</translation>
    </message>
    <message>
        <source>Result of the export</source>
        <translation>Exportens resultat</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Öppna mappen</translation>
    </message>
    <message>
        <source>Export the model as a file</source>
        <translation>Exportera modellen som fil</translation>
    </message>
    <message>
        <source>Name the folder of the export</source>
        <translation>Namnge exportens mapp</translation>
    </message>
    <message>
        <source>TorchScript model (*.pt)</source>
        <translation>TorchScript-modell (*.pt)</translation>
    </message>
    <message>
        <source>Replace an export</source>
        <translation>Ersätt en export</translation>
    </message>
    <message>
        <source>%1 exists. Replace it?</source>
        <translation>%1 finns redan. Ersätta?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersätt</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>Exporterar %1</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Exporterar…</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Writes the model as ONNX or TorchScript, which other programs run without Labelwright. What is written is run on images of the dataset and held against this application; an export that differs is refused.</source>
        <translation>Skriver modellen som ONNX eller TorchScript, som andra program kör utan Labelwright. Det som skrivs körs på bilder ur datamängden och jämförs med det här programmet; en export som avviker avvisas.</translation>
    </message>
    <message>
        <source>Bundle: folder with models, examples and sample images</source>
        <translation>Paket: mapp med modeller, exempel och exempelbilder</translation>
    </message>
    <message>
        <source>Bundle as one archive (.zip)</source>
        <translation>Paket som ett arkiv (.zip)</translation>
    </message>
    <message>
        <source>ONNX file (.onnx)</source>
        <translation>ONNX-fil (.onnx)</translation>
    </message>
    <message>
        <source>TorchScript file (.pt)</source>
        <translation>TorchScript-fil (.pt)</translation>
    </message>
    <message>
        <source>Triton model repository (folder)</source>
        <translation>Tritons modellkatalog (mapp)</translation>
    </message>
    <message>
        <source>Export the model as an archive</source>
        <translation>Exportera modellen som arkiv</translation>
    </message>
    <message>
        <source>Choose or name the model repository</source>
        <translation>Välj eller namnge modellkatalogen</translation>
    </message>
    <message>
        <source>Zip archives (*.zip)</source>
        <translation>Zip-arkiv (*.zip)</translation>
    </message>
    <message>
        <source>ONNX model (*.onnx)</source>
        <translation>ONNX-modell (*.onnx)</translation>
    </message>
    <message numerus="yes">
        <source>Verified: what was written was run on %n images.</source>
        <translation>
            <numerusform>Kontrollerat: det som skrevs kördes på %n bild.</numerusform>
            <numerusform>Kontrollerat: det som skrevs kördes på %n bilder.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, run by %2. Largest difference of two scores: %3. Changed decisions: %4 of %5.</source>
        <translation>%1, körd av %2. Största skillnad mellan två poäng: %3. Ändrade beslut: %4 av %5.</translation>
    </message>
</context>
<context>
    <name>labelwright::FeatureSetDialog</name>
    <message>
        <source>Feature set %1</source>
        <translation>Etikettuppsättning %1</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>etiketter</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Skapa</translation>
    </message>
    <message>
        <source>New feature set</source>
        <translation>Ny etikettuppsättning</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Namn</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Ge den ett namn.</translation>
    </message>
    <message>
        <source>There is one of this name already.</source>
        <translation>Det finns redan en med det namnet.</translation>
    </message>
    <message>
        <source>Choose at least one label.</source>
        <translation>Välj minst en etikett.</translation>
    </message>
</context>
<context>
    <name>labelwright::FeatureSetsPanel</name>
    <message>
        <source>New feature set…</source>
        <translation>Ny etikettuppsättning…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>New experiment with this set</source>
        <translation>Nytt experiment med den här uppsättningen</translation>
    </message>
    <message>
        <source>A feature set is a choice of labels: what an experiment learns to tell.</source>
        <translation>En etikettuppsättning är ett urval av etiketter: det ett experiment lär sig känna igen.</translation>
    </message>
    <message>
        <source>Feature sets</source>
        <translation>Etikettuppsättningar</translation>
    </message>
    <message>
        <source>1 label</source>
        <translation>1 etikett</translation>
    </message>
    <message>
        <source>%1 labels</source>
        <translation>%1 etiketter</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>Alla etiketter</translation>
    </message>
    <message>
        <source>“All labels” always follows the dataset and stays.</source>
        <translation>”Alla etiketter” följer alltid datamängden och finns kvar.</translation>
    </message>
</context>
<context>
    <name>labelwright::FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter: water AND NOT people, unknown:road, subset:test …</source>
        <translation>Filter: water AND NOT people, unknown:road, subset:test …</translation>
    </message>
    <message>
        <source>A label, or a part of a name; AND, OR, NOT and brackets; &quot;two words&quot; in quotes.
unknown:label finds images nobody answered, subset:test a subset, name:IMG a name,
column:text, column=value, column&gt;number any other column. (Ctrl+F)</source>
        <translation>En etikett eller en del av ett namn; AND, OR, NOT och parenteser; &quot;två ord&quot; inom citattecken.
unknown:etikett hittar bilder som ingen svarat på, subset:test en delmängd, name:IMG ett namn,
kolumn:text, kolumn=värde, kolumn&gt;tal vilken annan kolumn som helst. (Ctrl+F)</translation>
    </message>
    <message>
        <source>Subset shown</source>
        <translation>Visad delmängd</translation>
    </message>
    <message>
        <source>All subsets</source>
        <translation>Alla delmängder</translation>
    </message>
    <message>
        <source>No subset</source>
        <translation>Ingen delmängd</translation>
    </message>
    <message>
        <source>Labels to filter by</source>
        <translation>Etiketter att filtrera på</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 av %2</translation>
    </message>
</context>
<context>
    <name>labelwright::GoalChooser</name>
    <message>
        <source>Best F1</source>
        <translation>Bästa F1</translation>
    </message>
    <message>
        <source>Precision and recall count the same</source>
        <translation>Precision och täckning räknas lika</translation>
    </message>
    <message>
        <source>Best F-beta</source>
        <translation>Bästa F-beta</translation>
    </message>
    <message>
        <source>Recall counts beta times as much as precision</source>
        <translation>Täckning räknas beta gånger så mycket som precision</translation>
    </message>
    <message>
        <source>Precision at least</source>
        <translation>Precision minst</translation>
    </message>
    <message>
        <source>At most so many false alarms; of these, the best recall</source>
        <translation>Högst så många falsklarm; av dessa den bästa täckningen</translation>
    </message>
    <message>
        <source>Recall at least</source>
        <translation>Täckning minst</translation>
    </message>
    <message>
        <source>Find at least so many; of these, the best precision</source>
        <translation>Hitta minst så många; av dessa den bästa precisionen</translation>
    </message>
    <message>
        <source>Cost of a false alarm</source>
        <translation>Kostnad för ett falsklarm</translation>
    </message>
    <message>
        <source>As many times the cost of a miss</source>
        <translation>Så många gånger kostnaden för en miss</translation>
    </message>
    <message>
        <source>As frequent as in the data</source>
        <translation>Lika vanlig som i data</translation>
    </message>
    <message>
        <source>Predict as many as there are</source>
        <translation>Förutsäg så många som det finns</translation>
    </message>
    <message>
        <source>The goal&apos;s number</source>
        <translation>Målets tal</translation>
    </message>
    <message>
        <source>&amp;Goal</source>
        <translation>&amp;Mål</translation>
    </message>
</context>
<context>
    <name>labelwright::HistogramHeader</name>
    <message>
        <source>Columns</source>
        <translation>Kolumner</translation>
    </message>
    <message>
        <source>%1: %2 of %3 (%4 %)</source>
        <translation>%1: %2 av %3 (%4 %)</translation>
    </message>
</context>
<context>
    <name>labelwright::HistogramWords</name>
    <message>
        <source>(blank)</source>
        <translation>(tomt)</translation>
    </message>
    <message>
        <source>%1 other values</source>
        <translation>%1 andra värden</translation>
    </message>
</context>
<context>
    <name>labelwright::HistoryWords</name>
    <message>
        <source>1 answer</source>
        <translation>1 svar</translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>%1 svar</translation>
    </message>
    <message>
        <source>1 image put into a subset</source>
        <translation>1 bild lagd i en delmängd</translation>
    </message>
    <message>
        <source>%1 images put into a subset</source>
        <translation>%1 bilder lagda i en delmängd</translation>
    </message>
    <message>
        <source>1 label added or archived</source>
        <translation>1 etikett tillagd eller arkiverad</translation>
    </message>
    <message>
        <source>%1 labels added or archived</source>
        <translation>%1 etiketter tillagda eller arkiverade</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ingenting</translation>
    </message>
</context>
<context>
    <name>labelwright::ImportChoices</name>
    <message>
        <source>Import into</source>
        <translation>Importera till</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Image paths</source>
        <translation>Bildsökvägar</translation>
    </message>
    <message>
        <source>found by themselves</source>
        <translation>hittas automatiskt</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketter</translation>
    </message>
    <message>
        <source>One column each</source>
        <translation>En kolumn var</translation>
    </message>
    <message>
        <source>One column of tags</source>
        <translation>En kolumn med taggar</translation>
    </message>
    <message>
        <source>None (label later)</source>
        <translation>Inga (märk senare)</translation>
    </message>
    <message>
        <source>label columns</source>
        <translation>etikettkolumner</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Taggar</translation>
    </message>
    <message>
        <source>Subset</source>
        <translation>Delmängd</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupp</translation>
    </message>
    <message>
        <source>Images with the same value stay together in one subset: a song, a camera, a patient.</source>
        <translation>Bilder med samma värde hålls ihop i en delmängd: en låt, en kamera, en patient.</translation>
    </message>
    <message>
        <source>A blank cell means</source>
        <translation>En tom cell betyder</translation>
    </message>
    <message>
        <source>A label not listed is</source>
        <translation>En etikett som inte nämns är</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>okänd</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>frånvarande</translation>
    </message>
    <message>
        <source>Images without a row</source>
        <translation>Bilder utan rad</translation>
    </message>
    <message>
        <source>come in unlabelled</source>
        <translation>kommer in utan etiketter</translation>
    </message>
    <message>
        <source>stay out</source>
        <translation>stannar utanför</translation>
    </message>
    <message>
        <source>copied into the project</source>
        <translation>kopieras in i projektet</translation>
    </message>
    <message>
        <source>left where they are</source>
        <translation>lämnas där de är</translation>
    </message>
    <message>
        <source>Images are</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>a new dataset</source>
        <translation>en ny datamängd</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(ingen)</translation>
    </message>
    <message>
        <source>Tick the columns that are labels, or import the images without labels.</source>
        <translation>Kryssa för kolumnerna som är etiketter, eller importera bilderna utan etiketter.</translation>
    </message>
    <message>
        <source>Choose the column that holds the tags.</source>
        <translation>Välj kolumnen som innehåller taggarna.</translation>
    </message>
    <message>
        <source>Give the dataset a name.</source>
        <translation>Ge datamängden ett namn.</translation>
    </message>
    <message>
        <source>There is a dataset of this name: choose another, or import into that one.</source>
        <translation>Det finns en datamängd med det namnet: välj ett annat eller importera till den.</translation>
    </message>
    <message>
        <source>Without one, images are split at random: 80 % training, 10 % validation, 10 % test.</source>
        <translation>Utan den delas bilderna upp slumpvis: 80 % träning, 10 % validering, 10 % test.</translation>
    </message>
</context>
<context>
    <name>labelwright::ImportPage</name>
    <message>
        <source>separator: %1</source>
        <translation>avgränsare: %1</translation>
    </message>
    <message>
        <source>encoding: %1</source>
        <translation>kodning: %1</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importera</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Läser</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>Första raderna</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>Importera %1</translation>
    </message>
    <message>
        <source>Looking into %1</source>
        <translation>Tittar i %1</translation>
    </message>
    <message>
        <source>Import it unlabelled</source>
        <translation>Importera utan etiketter</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Läser …</translation>
    </message>
    <message>
        <source>Save the rejected rows</source>
        <translation>Spara de avvisade raderna</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-filer (*.csv)</translation>
    </message>
    <message>
        <source> rejects</source>
        <translation> avvisade</translation>
    </message>
    <message>
        <source>Saving rejects</source>
        <translation>Sparar avvisade</translation>
    </message>
    <message>
        <source>The rejected rows are in %1.</source>
        <translation>De avvisade raderna finns i %1.</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rad</translation>
    </message>
</context>
<context>
    <name>labelwright::ImportPreviewModel</name>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Subset</source>
        <translation>Delmängd</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketter</translation>
    </message>
</context>
<context>
    <name>labelwright::ImportWords</name>
    <message>
        <source>A table with one column per label</source>
        <translation>En tabell med en kolumn per etikett</translation>
    </message>
    <message>
        <source>A table with a column of tags</source>
        <translation>En tabell med en kolumn med taggar</translation>
    </message>
    <message>
        <source>A folder per label</source>
        <translation>En mapp per etikett</translation>
    </message>
    <message>
        <source>Images without labels</source>
        <translation>Bilder utan etiketter</translation>
    </message>
    <message>
        <source>image path</source>
        <translation>bildsökväg</translation>
    </message>
    <message>
        <source>label</source>
        <translation>etikett</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>taggar</translation>
    </message>
    <message>
        <source>subset</source>
        <translation>delmängd</translation>
    </message>
    <message>
        <source>group</source>
        <translation>grupp</translation>
    </message>
    <message>
        <source>further column</source>
        <translation>ytterligare kolumn</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>utelämnad</translation>
    </message>
</context>
<context>
    <name>labelwright::InfoPanel</name>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Kontrollpunkt</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Skapad</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketter</translation>
    </message>
    <message>
        <source>Weights (SHA-256)</source>
        <translation>Vikter (SHA-256)</translation>
    </message>
    <message>
        <source>Input and outputs</source>
        <translation>Indata och utdata</translation>
    </message>
    <message>
        <source>Names are what other software calls them; double-click one to change it. Everything else is a copy made when the deployment was created, and stays.</source>
        <translation>Namnen är vad annan programvara kallar dem; dubbelklicka på ett för att ändra det. Allt annat är en kopia från när driftsättningen skapades och består.</translation>
    </message>
    <message>
        <source>%1 (number %2)</source>
        <translation>%1 (nummer %2)</translation>
    </message>
</context>
<context>
    <name>labelwright::InputPreview</name>
    <message>
        <source>Another image</source>
        <translation>En annan bild</translation>
    </message>
    <message>
        <source>The image as the network sees it</source>
        <translation>Bilden som nätverket ser den</translation>
    </message>
    <message>
        <source>Variant %1 for training</source>
        <translation>Variant %1 för träning</translation>
    </message>
    <message>
        <source>As the network sees it</source>
        <translation>Som nätverket ser den</translation>
    </message>
    <message>
        <source>Augmented, in training</source>
        <translation>Förändrad, i träningen</translation>
    </message>
    <message>
        <source>Not augmented in training</source>
        <translation>Inte augmenterad i träningen</translation>
    </message>
</context>
<context>
    <name>labelwright::InspectionState</name>
    <message>
        <source>Evaluating the %1 images</source>
        <translation>Utvärderar de %1 bilderna</translation>
    </message>
</context>
<context>
    <name>labelwright::InspectionView</name>
    <message>
        <source>Training</source>
        <translation>Träning</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validering</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Best epoch (%1)</source>
        <translation>Bästa epok (%1)</translation>
    </message>
    <message>
        <source>Last epoch (%1)</source>
        <translation>Sista epok (%1)</translation>
    </message>
    <message>
        <source>Use the newer checkpoint</source>
        <translation>Använd den nyare kontrollpunkten</translation>
    </message>
    <message>
        <source>ROC</source>
        <translation>ROC</translation>
    </message>
    <message>
        <source>&amp;Subset</source>
        <translation>&amp;Delmängd</translation>
    </message>
    <message>
        <source>&amp;Checkpoint</source>
        <translation>&amp;Kontrollpunkt</translation>
    </message>
    <message>
        <source>Evaluation in progress</source>
        <translation>Utvärdering pågår</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurvor</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrering</translation>
    </message>
    <message>
        <source>Evaluating</source>
        <translation>Utvärderar</translation>
    </message>
    <message>
        <source>PR curve</source>
        <translation>PR-kurva</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>saknas</translation>
    </message>
    <message>
        <source>mAP %1 · macro F1 %2 · micro F1 %3</source>
        <translation>mAP %1 · makro-F1 %2 · mikro-F1 %3</translation>
    </message>
    <message>
        <source>over %1 of %2 labels</source>
        <translation>över %1 av %2 etiketter</translation>
    </message>
</context>
<context>
    <name>labelwright::InterfaceModel</name>
    <message>
        <source>Input image</source>
        <translation>Indatabild</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Image, colour, %1 × %2</source>
        <translation>Bild, färg, %1 × %2</translation>
    </message>
    <message>
        <source>Image, grey, %1 × %2</source>
        <translation>Bild, grå, %1 × %2</translation>
    </message>
    <message>
        <source>Output, binary: score and yes or no</source>
        <translation>Utdata, binär: poäng och ja eller nej</translation>
    </message>
    <message>
        <source>What other software calls it; double-click or press F2 to change it</source>
        <translation>Vad annan programvara kallar det; dubbelklicka eller tryck F2 för att ändra</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Egenskap</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Tröskel</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
</context>
<context>
    <name>labelwright::IssueReport</name>
    <message>
        <source>Row %1</source>
        <translation>Rad %1</translation>
    </message>
    <message>
        <source>Save rejects…</source>
        <translation>Spara avvisade…</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Fynd</translation>
    </message>
    <message>
        <source>The rows that stay out, each with its reason, as a CSV file</source>
        <translation>Raderna som stannar utanför, var och en med sitt skäl, som CSV-fil</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… och %1 till</translation>
    </message>
    <message>
        <source>Leave these images out</source>
        <translation>Utelämna de här bilderna</translation>
    </message>
    <message>
        <source>Ignore the subset column</source>
        <translation>Bortse från subset-kolumnen</translation>
    </message>
    <message>
        <source>%1 can come in</source>
        <translation>%1 kan komma in</translation>
    </message>
    <message>
        <source>1 row stays out</source>
        <translation>1 rad stannar utanför</translation>
    </message>
    <message>
        <source>%1 rows stay out</source>
        <translation>%1 rader stannar utanför</translation>
    </message>
    <message>
        <source>; no problems found.</source>
        <translation>; inga problem hittades.</translation>
    </message>
</context>
<context>
    <name>labelwright::JobsIndicator</name>
    <message>
        <source>Background work</source>
        <translation>Bakgrundsarbete</translation>
    </message>
    <message>
        <source>Progress of background work</source>
        <translation>Bakgrundsarbetets förlopp</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Cancel this work</source>
        <translation>Avbryt det här arbetet</translation>
    </message>
    <message>
        <source>Cancel background work</source>
        <translation>Avbryt bakgrundsarbetet</translation>
    </message>
    <message>
        <source>All saved</source>
        <translation>Allt sparat</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 kvar</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n till</numerusform>
            <numerusform>%n till</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::LabelChip</name>
    <message>
        <source>Click: only images with &apos;%1&apos;. Alt-click, right click or Shift+Space: only images without it. Once more: all.</source>
        <translation>Klick: bara bilder med ”%1”. Alt-klick, högerklick eller Skift+blanksteg: bara bilder utan. En gång till: alla.</translation>
    </message>
    <message>
        <source>not filtered</source>
        <translation>inte filtrerad</translation>
    </message>
    <message>
        <source>included</source>
        <translation>inkluderad</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>utesluten</translation>
    </message>
    <message>
        <source>Filter by %1: %2</source>
        <translation>Filtrera på %1: %2</translation>
    </message>
</context>
<context>
    <name>labelwright::LabelTable</name>
    <message>
        <source>Labels</source>
        <translation>Etiketter</translation>
    </message>
</context>
<context>
    <name>labelwright::LabelTableModel</name>
    <message>
        <source>n/a</source>
        <translation>saknas</translation>
    </message>
    <message>
        <source>Average precision of %1 epochs</source>
        <translation>Genomsnittlig precision för %1 epoker</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etikett</translation>
    </message>
    <message>
        <source>Positives</source>
        <translation>Positiva</translation>
    </message>
    <message>
        <source>AP</source>
        <translation>AP</translation>
    </message>
    <message>
        <source>AUC</source>
        <translation>AUC</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precision</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Täckning</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Tröskel</translation>
    </message>
    <message>
        <source>AP by epoch</source>
        <translation>AP per epok</translation>
    </message>
    <message>
        <source>Name of the label</source>
        <translation>Etikettens namn</translation>
    </message>
    <message>
        <source>Images in which the label is known to be present</source>
        <translation>Bilder där etiketten är känd som närvarande</translation>
    </message>
    <message>
        <source>Average precision: area under precision against recall; chance is the share of positives</source>
        <translation>Genomsnittlig precision: ytan under precision mot täckning; slumpen är andelen positiva</translation>
    </message>
    <message>
        <source>Area under the ROC curve; chance is 0.5</source>
        <translation>Ytan under ROC-kurvan; slumpen är 0,5</translation>
    </message>
    <message>
        <source>Share of the predicted images that are right</source>
        <translation>Andel av de förutsagda bilderna som är rätt</translation>
    </message>
    <message>
        <source>Share of the positives that are found</source>
        <translation>Andel av de positiva som hittas</translation>
    </message>
    <message>
        <source>Harmonic mean of precision and recall</source>
        <translation>Harmoniskt medelvärde av precision och täckning</translation>
    </message>
    <message>
        <source>A score of at least this counts as present</source>
        <translation>Poäng på minst detta räknas som närvarande</translation>
    </message>
    <message>
        <source>Average precision after each epoch</source>
        <translation>Genomsnittlig precision efter varje epok</translation>
    </message>
</context>
<context>
    <name>labelwright::LabelingPage</name>
    <message>
        <source>Labeling</source>
        <translation>Märkning</translation>
    </message>
    <message>
        <source>Labeling comes next</source>
        <translation>Märkningen kommer härnäst</translation>
    </message>
    <message>
        <source>Go to Datasets</source>
        <translation>Gå till Datamängder</translation>
    </message>
    <message>
        <source>Here you will answer a few dozen images, and the model will propose the rest while you go on. This version cannot do it yet: import images that have labels already, by an index.csv with a column per label or one of tags, or by a folder per label.</source>
        <translation>Här kommer du att besvara några dussin bilder, och modellen föreslår resten medan du fortsätter. Den här versionen kan det inte än: importera bilder som redan har etiketter, genom en index.csv med en kolumn per etikett eller en med taggar, eller genom en mapp per etikett.</translation>
    </message>
</context>
<context>
    <name>labelwright::MainWindow</name>
    <message>
        <source>Datasets</source>
        <translation>Datamängder</translation>
    </message>
    <message>
        <source>Labeling</source>
        <translation>Märkning</translation>
    </message>
    <message>
        <source>Modeling</source>
        <translation>Modellering</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Utvärdering</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Driftsättning</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Steg</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importera</translation>
    </message>
    <message>
        <source>Data (*.zip *.csv *.tsv *.txt);;All files (*)</source>
        <translation>Data (*.zip *.csv *.tsv *.txt);;Alla filer (*)</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Importera en mapp</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Exempel</translation>
    </message>
    <message>
        <source>New project: name its folder</source>
        <translation>Nytt projekt: namnge dess mapp</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Open a project&apos;s folder</source>
        <translation>Öppna ett projekts mapp</translation>
    </message>
    <message>
        <source>Stop the training?</source>
        <translation>Stoppa träningen?</translation>
    </message>
    <message>
        <source>An experiment is being trained. Closing its project stops the run; its best and last checkpoints stay, and it can be resumed later.</source>
        <translation>Ett experiment tränas. Om projektet stängs stoppas körningen; dess bästa och senaste kontrollpunkter finns kvar, och den kan återupptas senare.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Stoppa och stäng</translation>
    </message>
</context>
<context>
    <name>labelwright::Menus</name>
    <message>
        <source>None yet</source>
        <translation>Inga ännu</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Arkiv</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>&amp;Nytt projekt…</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>&amp;Öppna projekt…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Öppna &amp;senaste</translation>
    </message>
    <message>
        <source>&amp;Import a file…</source>
        <translation>&amp;Importera en fil…</translation>
    </message>
    <message>
        <source>Import a &amp;folder…</source>
        <translation>Importera en &amp;mapp…</translation>
    </message>
    <message>
        <source>&amp;Try the sample</source>
        <translation>&amp;Prova exemplet</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Inställningar…</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>S&amp;täng projekt</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Avsluta</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Utseende</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Som &amp;systemet</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Ljust</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Mörkt</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Visa</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datamängder</translation>
    </message>
    <message>
        <source>Labeling</source>
        <translation>Märkning</translation>
    </message>
    <message>
        <source>Modeling</source>
        <translation>Modellering</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Utvärdering</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Driftsättning</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Helskärm</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hjälp</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Kortkommandon</translation>
    </message>
    <message>
        <source>&amp;About Labelwright</source>
        <translation>&amp;Om Labelwright</translation>
    </message>
</context>
<context>
    <name>labelwright::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>Meddelande</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Stäng det här meddelandet</translation>
    </message>
</context>
<context>
    <name>labelwright::MissingWeights</name>
    <message>
        <source>Download</source>
        <translation>Hämta</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Välj fil…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>Hämtningens förlopp</translation>
    </message>
    <message>
        <source>Use a weights file that you have: a .pth or .safetensors of torchvision</source>
        <translation>Använd en viktfil som du har: en .pth eller .safetensors från torchvision</translation>
    </message>
    <message>
        <source>The weights of %1 are not on this machine (%2 to download, once).</source>
        <translation>Vikterna för %1 finns inte på den här datorn (%2 att hämta, en gång).</translation>
    </message>
    <message>
        <source>Downloading %1</source>
        <translation>Hämtar %1</translation>
    </message>
    <message>
        <source>Weights of %1</source>
        <translation>Vikter för %1</translation>
    </message>
    <message>
        <source>Weights (*.pth *.safetensors);;All files (*)</source>
        <translation>Vikter (*.pth *.safetensors);;Alla filer (*)</translation>
    </message>
    <message>
        <source>Checking the weights of %1</source>
        <translation>Kontrollerar vikterna för %1</translation>
    </message>
</context>
<context>
    <name>labelwright::ModelingPage</name>
    <message>
        <source>Modeling</source>
        <translation>Modellering</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>Nytt experiment</translation>
    </message>
    <message>
        <source>Make an experiment (Ctrl+E)</source>
        <translation>Skapa ett experiment (Ctrl+E)</translation>
    </message>
    <message>
        <source>Open in Evaluation</source>
        <translation>Öppna i Utvärdering</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Kör</translation>
    </message>
    <message>
        <source>Import data first</source>
        <translation>Importera data först</translation>
    </message>
    <message>
        <source>An experiment trains a network on a dataset. Import images with labels, then come back here.</source>
        <translation>Ett experiment tränar ett nätverk på en datamängd. Importera bilder med etiketter och kom sedan tillbaka hit.</translation>
    </message>
    <message>
        <source>Go to Datasets</source>
        <translation>Gå till Datamängder</translation>
    </message>
    <message>
        <source>Create the first experiment</source>
        <translation>Skapa det första experimentet</translation>
    </message>
    <message>
        <source>Network and settings are chosen for your data, each with its reason. You can run it at once or change whatever you like.</source>
        <translation>Nätverk och inställningar väljs för dina data, var och en med sitt skäl. Du kan köra det direkt eller ändra vad du vill.</translation>
    </message>
    <message>
        <source>Duplicated: the copy can be changed.</source>
        <translation>Duplicerad: kopian kan ändras.</translation>
    </message>
    <message>
        <source>Train this experiment (F5)</source>
        <translation>Träna det här experimentet (F5)</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Återuppta</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Försök igen</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>Körs…</translation>
    </message>
    <message>
        <source>This experiment is being trained; Evaluation shows how it goes</source>
        <translation>Det här experimentet tränas; Utvärdering visar hur det går</translation>
    </message>
    <message>
        <source>This experiment has finished; duplicate it to train something else</source>
        <translation>Det här experimentet är klart; duplicera det för att träna något annat</translation>
    </message>
    <message>
        <source>Solve the problems of the network first</source>
        <translation>Lös nätverkets problem först</translation>
    </message>
    <message>
        <source>The weights of %1 are not on this machine. Download them, or choose a file in the settings of the backbone.</source>
        <translation>Vikterna för %1 finns inte på den här datorn. Hämta dem, eller välj en fil i backbonens inställningar.</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Hämta</translation>
    </message>
    <message>
        <source>Preparing the training</source>
        <translation>Förbereder träningen</translation>
    </message>
</context>
<context>
    <name>labelwright::ModelingWords</name>
    <message>
        <source>Constant</source>
        <translation>Konstant</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Cosinus</translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation>En cykel</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ingen</translation>
    </message>
    <message>
        <source>mirroring</source>
        <translation>spegling</translation>
    </message>
    <message>
        <source>cropping</source>
        <translation>beskärning</translation>
    </message>
    <message>
        <source>rotation</source>
        <translation>rotation</translation>
    </message>
    <message>
        <source>colours</source>
        <translation>färger</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grå</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Binary crossentropy</source>
        <translation>Binär korsentropi</translation>
    </message>
    <message numerus="yes">
        <source>%n epochs</source>
        <translation>
            <numerusform>%n epok</numerusform>
            <numerusform>%n epoker</numerusform>
        </translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>Backbone</translation>
    </message>
    <message>
        <source>Regime</source>
        <translation>Metod</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Indata</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Färg</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Augmentering</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Utdata</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Förlust</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epoker</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Batchstorlek</translation>
    </message>
    <message>
        <source>Frozen stages</source>
        <translation>Frysta steg</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Inlärningstakt</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Huvud</translation>
    </message>
    <message>
        <source>Mixup</source>
        <translation>Mixup</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>Bästa epok</translation>
    </message>
    <message>
        <source>Averaging</source>
        <translation>Medelvärdesbildning</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>Tidigt stopp</translation>
    </message>
    <message>
        <source>%1, small network</source>
        <translation>%1, litet nätverk</translation>
    </message>
    <message>
        <source>%1, %2 frozen</source>
        <translation>%1, %2 fryst</translation>
    </message>
    <message>
        <source>%1, %2 fine-tuned</source>
        <translation>%1, %2 finjusterad</translation>
    </message>
    <message>
        <source>Change “%1”</source>
        <translation>Ändra ”%1”</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Fryst</translation>
    </message>
    <message>
        <source>The backbone never changes: its output is computed once, so that training takes seconds.</source>
        <translation>Backbonen ändras aldrig: dess utdata beräknas en gång, så att träningen tar sekunder.</translation>
    </message>
    <message>
        <source>How many stages from the front stay as they are when the rest is trained.</source>
        <translation>Hur många steg framifrån som förblir som de är när resten tränas.</translation>
    </message>
    <message>
        <source>Start from pretrained weights</source>
        <translation>Börja från förtränade vikter</translation>
    </message>
    <message>
        <source>What the backbone learned from 1.2 million photos; without it, it has to learn to see from your images alone.</source>
        <translation>Det backbonen lärt sig av 1,2 miljoner foton; utan det måste den lära sig se enbart från dina bilder.</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kärna</translation>
    </message>
    <message>
        <source>Side of the patterns it looks for, in values.</source>
        <translation>Sidan på mönstren den söker, i värden.</translation>
    </message>
    <message>
        <source>Batch normalisation</source>
        <translation>Batchnormalisering</translation>
    </message>
    <message>
        <source>Keeps values in a usual range, which makes training quicker and steadier.</source>
        <translation>Håller värden inom ett vanligt område, vilket gör träningen snabbare och stadigare.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Max and average halve the sides; the global kinds make one vector of all places.</source>
        <translation>Max och medel halverar sidorna; de globala typerna gör en vektor av alla platser.</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Medel</translation>
    </message>
    <message>
        <source>Global average</source>
        <translation>Globalt medel</translation>
    </message>
    <message>
        <source>Global max</source>
        <translation>Globalt max</translation>
    </message>
    <message>
        <source>Global average and max</source>
        <translation>Globalt medel och max</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Andel</translation>
    </message>
    <message>
        <source>Share of values that are left out in each step.</source>
        <translation>Andel värden som utelämnas i varje steg.</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Noder</translation>
    </message>
    <message>
        <source>How many values it gives.</source>
        <translation>Hur många värden det ger.</translation>
    </message>
    <message>
        <source>The last dense layer has one node per label of the target.</source>
        <translation>Det sista täta lagret har en nod per etikett i målet.</translation>
    </message>
    <message>
        <source>Labels (%1)</source>
        <translation>Etiketter (%1)</translation>
    </message>
    <message>
        <source>One per label</source>
        <translation>En per etikett</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Sigmoid gives each label a score of its own, several can hold at once; ReLU and hard swish stand between layers.</source>
        <translation>Sigmoid ger varje etikett egna poäng, flera kan gälla samtidigt; ReLU och hard swish står mellan lager.</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Hard swish</source>
        <translation>Hard swish</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Labels: %1</source>
        <translation>Etiketter: %1</translation>
    </message>
    <message>
        <source>How wrong scores are judged; binary crossentropy is the usual choice, the others help where labels are rare.</source>
        <translation>Hur felaktiga poäng bedöms; binär korsentropi är det vanliga valet, de andra hjälper där etiketter är sällsynta.</translation>
    </message>
    <message>
        <source>Asymmetric</source>
        <translation>Asymmetrisk</translation>
    </message>
    <message>
        <source>Focal</source>
        <translation>Fokal</translation>
    </message>
    <message>
        <source>Weight of positives, at most</source>
        <translation>Vikt för positiva, högst</translation>
    </message>
    <message>
        <source>Rare labels count more, up to this factor; 1 counts all alike.</source>
        <translation>Sällsynta etiketter räknas mer, upp till den här faktorn; 1 räknar alla lika.</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>Etikettutjämning</translation>
    </message>
    <message>
        <source>Targets move a little away from 0 and 1, so that scores become less sure.</source>
        <translation>Målen flyttas lite från 0 och 1, så att poängen blir mindre säkra.</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>How many patterns it looks for.</source>
        <translation>Hur många mönster den söker.</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>Steglängd</translation>
    </message>
    <message>
        <source>2 halves width and height.</source>
        <translation>2 halverar bredd och höjd.</translation>
    </message>
    <message>
        <source>Focus on positives</source>
        <translation>Fokus på positiva</translation>
    </message>
    <message>
        <source>How little positives count that are right already; 0 counts all alike.</source>
        <translation>Hur lite positiva räknas som redan är rätt; 0 räknar alla lika.</translation>
    </message>
    <message>
        <source>Focus on negatives</source>
        <translation>Fokus på negativa</translation>
    </message>
    <message>
        <source>How little negatives count that are right already.</source>
        <translation>Hur lite negativa räknas som redan är rätt.</translation>
    </message>
    <message>
        <source>Margin of negatives</source>
        <translation>Marginal för negativa</translation>
    </message>
    <message>
        <source>Negatives with a score below this do not count at all.</source>
        <translation>Negativa med poäng under detta räknas inte alls.</translation>
    </message>
    <message>
        <source>Max pooling</source>
        <translation>Maxpoolning</translation>
    </message>
    <message>
        <source>Average pooling</source>
        <translation>Medelpoolning</translation>
    </message>
    <message>
        <source>Global average pooling</source>
        <translation>Global medelpoolning</translation>
    </message>
    <message>
        <source>Global max pooling</source>
        <translation>Global maxpoolning</translation>
    </message>
    <message>
        <source>Global average and max pooling</source>
        <translation>Global medel- och maxpoolning</translation>
    </message>
    <message>
        <source>A score from 0 to 1 for each label by itself</source>
        <translation>Poäng från 0 till 1 för varje etikett för sig</translation>
    </message>
    <message>
        <source>Scores that exclude one another</source>
        <translation>Poäng som utesluter varandra</translation>
    </message>
    <message>
        <source>Keeps what is positive</source>
        <translation>Behåller det som är positivt</translation>
    </message>
    <message>
        <source>Asymmetric loss</source>
        <translation>Asymmetrisk förlust</translation>
    </message>
    <message>
        <source>Focal loss</source>
        <translation>Fokal förlust</translation>
    </message>
    <message>
        <source>pretrained</source>
        <translation>förtränad</translation>
    </message>
    <message>
        <source>random weights</source>
        <translation>slumpmässiga vikter</translation>
    </message>
    <message>
        <source>%1, frozen: only what follows is trained</source>
        <translation>%1, fryst: bara det som följer tränas</translation>
    </message>
    <message>
        <source>%1, all stages train</source>
        <translation>%1, alla steg tränas</translation>
    </message>
    <message>
        <source>%1, first %2 of %3 stages frozen</source>
        <translation>%1, de första %2 av %3 stegen frysta</translation>
    </message>
    <message>
        <source>Halves width and height</source>
        <translation>Halverar bredd och höjd</translation>
    </message>
    <message>
        <source>Two values for each feature map</source>
        <translation>Två värden per särdragskarta</translation>
    </message>
    <message>
        <source>One value for each feature map</source>
        <translation>Ett värde per särdragskarta</translation>
    </message>
    <message>
        <source>A network that has learned to see from 1.2 million photos.</source>
        <translation>Ett nätverk som lärt sig se från 1,2 miljoner foton.</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>Faltning</translation>
    </message>
    <message>
        <source>Looks for small patterns everywhere in the image.</source>
        <translation>Söker efter små mönster överallt i bilden.</translation>
    </message>
    <message>
        <source>Residual block</source>
        <translation>Residualblock</translation>
    </message>
    <message>
        <source>Two convolutions with a shortcut past them, easy to train in depth.</source>
        <translation>Två faltningar med en genväg förbi dem, lätta att träna på djupet.</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>Poolning</translation>
    </message>
    <message>
        <source>Makes feature maps smaller, or one vector of them.</source>
        <translation>Gör särdragskartor mindre, eller en vektor av dem.</translation>
    </message>
    <message>
        <source>Leaves values out at random in training, against overfitting.</source>
        <translation>Utelämnar värden slumpvis i träningen, mot överanpassning.</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>Tätt lager</translation>
    </message>
    <message>
        <source>Combines all values of a vector.</source>
        <translation>Kombinerar alla värden i en vektor.</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Aktivering</translation>
    </message>
    <message>
        <source>Bends values, so that layers can learn more than straight lines.</source>
        <translation>Böjer värden, så att lager kan lära sig mer än raka linjer.</translation>
    </message>
    <message>
        <source>Activation: %1</source>
        <translation>Aktivering: %1</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Mål</translation>
    </message>
    <message>
        <source>%1×%1, %2 filters, stride %3</source>
        <translation>%1×%1, %2 filter, steglängd %3</translation>
    </message>
    <message>
        <source>, batch norm</source>
        <translation>, batchnorm</translation>
    </message>
    <message>
        <source>%1 filters, stride %2</source>
        <translation>%1 filter, steglängd %2</translation>
    </message>
    <message>
        <source>%1 % of the values left out in training</source>
        <translation>%1 % av värdena utelämnas i träningen</translation>
    </message>
    <message>
        <source>Nodes = labels (%1)</source>
        <translation>Noder = etiketter (%1)</translation>
    </message>
    <message>
        <source>%1 nodes</source>
        <translation>%1 noder</translation>
    </message>
    <message>
        <source>Loss: %1</source>
        <translation>Förlust: %1</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>färg</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>grå</translation>
    </message>
    <message>
        <source>Small network</source>
        <translation>Litet nätverk</translation>
    </message>
    <message>
        <source>Ready to run</source>
        <translation>Redo att köras</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Körs</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Stoppad</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Klar</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Misslyckades</translation>
    </message>
    <message>
        <source>mAP %1</source>
        <translation>mAP %1</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>förlust %1</translation>
    </message>
    <message>
        <source>Preprocessing</source>
        <translation>Förbehandling</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Bredd</translation>
    </message>
    <message>
        <source>Images are scaled to this many pixels across.</source>
        <translation>Bilder skalas till så många pixlar på bredden.</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höjd</translation>
    </message>
    <message>
        <source>Images are scaled to this many pixels down.</source>
        <translation>Bilder skalas till så många pixlar på höjden.</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Three channels, or one for images without colour.</source>
        <translation>Tre kanaler, eller en för bilder utan färg.</translation>
    </message>
    <message>
        <source>Red, green, blue</source>
        <translation>Röd, grön, blå</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Anpassning</translation>
    </message>
    <message>
        <source>How an image of another shape becomes the input&apos;s; cropping loses what stands at the border.</source>
        <translation>Hur en bild med annan form blir indata; beskärning förlorar det som finns vid kanten.</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Sträck ut</translation>
    </message>
    <message>
        <source>Crop the middle</source>
        <translation>Beskär mitten</translation>
    </message>
    <message>
        <source>Letterbox</source>
        <translation>Med kanter</translation>
    </message>
    <message>
        <source>Augmentation, in training only</source>
        <translation>Augmentering, bara i träningen</translation>
    </message>
    <message>
        <source>Mirror left and right</source>
        <translation>Spegla vänster och höger</translation>
    </message>
    <message>
        <source>Half of the images are mirrored.</source>
        <translation>Hälften av bilderna speglas.</translation>
    </message>
    <message>
        <source>Mirror top and bottom</source>
        <translation>Spegla upp och ner</translation>
    </message>
    <message>
        <source>Half of the images are turned upside down.</source>
        <translation>Hälften av bilderna vänds upp och ner.</translation>
    </message>
    <message>
        <source>Crop, area kept at least</source>
        <translation>Beskärning, yta minst</translation>
    </message>
    <message>
        <source>A random part of the image is enlarged; 100 % keeps all of it.</source>
        <translation>En slumpmässig del av bilden förstoras; 100 % behåller allt.</translation>
    </message>
    <message>
        <source>Crop, stretched at most</source>
        <translation>Beskärning, utsträckt högst</translation>
    </message>
    <message>
        <source>How far the part&apos;s sides may be stretched against each other; 1 keeps their proportion.</source>
        <translation>Hur mycket delens sidor får sträckas mot varandra; 1 behåller proportionen.</translation>
    </message>
    <message>
        <source>Rotation up to ±</source>
        <translation>Rotation upp till ±</translation>
    </message>
    <message>
        <source>Images are turned by a random angle.</source>
        <translation>Bilder vrids med en slumpmässig vinkel.</translation>
    </message>
    <message>
        <source>Brightness ±</source>
        <translation>Ljusstyrka ±</translation>
    </message>
    <message>
        <source>Images become lighter or darker by up to this.</source>
        <translation>Bilder blir ljusare eller mörkare med upp till detta.</translation>
    </message>
    <message>
        <source>Contrast ±</source>
        <translation>Kontrast ±</translation>
    </message>
    <message>
        <source>Images become harder or softer by up to this.</source>
        <translation>Bilder blir hårdare eller mjukare med upp till detta.</translation>
    </message>
    <message>
        <source>Saturation ±</source>
        <translation>Mättnad ±</translation>
    </message>
    <message>
        <source>Colours become stronger or paler by up to this.</source>
        <translation>Färger blir starkare eller blekare med upp till detta.</translation>
    </message>
    <message>
        <source>The dataset has no checked image to show yet.</source>
        <translation>Datamängden har ännu ingen kontrollerad bild att visa.</translation>
    </message>
    <message>
        <source>The file holds the weights of %1, not of %2; choose the file whose name begins with &quot;%2&quot;.</source>
        <translation>Filen innehåller vikterna för %1, inte för %2; välj filen vars namn börjar med ”%2”.</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Lägg till %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Ta bort %1</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>Duplicera %1</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>Flytta %1</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Längd</translation>
    </message>
    <message>
        <source>Epochs, at most</source>
        <translation>Epoker, högst</translation>
    </message>
    <message>
        <source>How often the network sees every training image.</source>
        <translation>Hur ofta nätverket ser varje träningsbild.</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Tålamod</translation>
    </message>
    <message>
        <source>The run stops after this many epochs without a new best on validation.</source>
        <translation>Körningen stannar efter så många epoker utan ett nytt bästa på validering.</translation>
    </message>
    <message>
        <source> epochs</source>
        <translation> epoker</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Av</translation>
    </message>
    <message>
        <source>Best epoch by</source>
        <translation>Bästa epok efter</translation>
    </message>
    <message>
        <source>What the kept epoch is best in, on validation.</source>
        <translation>Vad den behållna epoken är bäst i, på validering.</translation>
    </message>
    <message>
        <source>Lowest loss</source>
        <translation>Lägst förlust</translation>
    </message>
    <message>
        <source>Highest mAP</source>
        <translation>Högst mAP</translation>
    </message>
    <message>
        <source>Images per step: larger is steadier and needs more memory.</source>
        <translation>Bilder per steg: större är stadigare och kräver mer minne.</translation>
    </message>
    <message>
        <source>How far weights move in a step, at its highest.</source>
        <translation>Hur långt vikter flyttas i ett steg, som mest.</translation>
    </message>
    <message>
        <source>How the rate changes in the course of the run.</source>
        <translation>Hur takten ändras under körningen.</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Uppvärmning</translation>
    </message>
    <message>
        <source>Share of all steps in which the rate rises from almost nothing.</source>
        <translation>Andel av alla steg där takten stiger från nästan ingenting.</translation>
    </message>
    <message>
        <source>Rate of each earlier stage</source>
        <translation>Takt för varje tidigare steg</translation>
    </message>
    <message>
        <source>Each stage of the backbone learns at this share of the rate of the next one.</source>
        <translation>Varje steg i backbonen lär sig med den här andelen av nästa stegs takt.</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Optimerare</translation>
    </message>
    <message>
        <source>AdamW suits almost everything; SGD wants more care.</source>
        <translation>AdamW passar nästan allt; SGD kräver mer omsorg.</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>SGD with momentum</source>
        <translation>SGD med momentum</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>How much of the last step goes into the next.</source>
        <translation>Hur mycket av det senaste steget som går in i nästa.</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Viktnedbrytning</translation>
    </message>
    <message>
        <source>Pulls weights towards 0, against overfitting.</source>
        <translation>Drar vikter mot 0, mot överanpassning.</translation>
    </message>
    <message>
        <source>Gradient clip</source>
        <translation>Gradientgräns</translation>
    </message>
    <message>
        <source>Largest norm of all gradients of a step.</source>
        <translation>Största norm för alla gradienter i ett steg.</translation>
    </message>
    <message>
        <source>Against overfitting</source>
        <translation>Mot överanpassning</translation>
    </message>
    <message>
        <source>Images of a batch are blended; 0.2 to 0.4 is usual.</source>
        <translation>Bilder i en batch blandas; 0,2 till 0,4 är vanligt.</translation>
    </message>
    <message>
        <source>Weight averaging (EMA)</source>
        <translation>Viktmedelvärde (EMA)</translation>
    </message>
    <message>
        <source>A running average of the weights is what is kept; closer to 1 averages longer.</source>
        <translation>Ett löpande medelvärde av vikterna är det som behålls; närmare 1 ger längre medelvärde.</translation>
    </message>
    <message>
        <source>Start the head from embeddings</source>
        <translation>Börja huvudet från inbäddningar</translation>
    </message>
    <message>
        <source>The last layer starts from a regression on the backbone&apos;s output.</source>
        <translation>Det sista lagret börjar från en regression på backbonens utdata.</translation>
    </message>
    <message>
        <source>Train only the head for</source>
        <translation>Träna bara huvudet i</translation>
    </message>
    <message>
        <source>Epochs before the backbone trains too.</source>
        <translation>Epoker innan även backbonen tränas.</translation>
    </message>
    <message>
        <source>Keep batch statistics fixed</source>
        <translation>Håll batchstatistiken fast</translation>
    </message>
    <message>
        <source>The backbone keeps the means and deviations of its own training.</source>
        <translation>Backbonen behåller medelvärden och avvikelser från sin egen träning.</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Dator</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Räkneprecision</translation>
    </message>
    <message>
        <source>Arithmetic of training steps; automatic measures what is fastest here.</source>
        <translation>Aritmetik i träningsstegen; automatiskt mäter vad som är snabbast här.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisk</translation>
    </message>
    <message>
        <source>32 bit (f32)</source>
        <translation>32 bitar (f32)</translation>
    </message>
    <message>
        <source>16 bit (bf16)</source>
        <translation>16 bitar (bf16)</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Trådar</translation>
    </message>
    <message>
        <source>Cores that the run uses.</source>
        <translation>Kärnor som körningen använder.</translation>
    </message>
    <message>
        <source>All cores</source>
        <translation>Alla kärnor</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startvärde</translation>
    </message>
    <message>
        <source>The same seed, data, settings and one thread give the same weights.</source>
        <translation>Samma startvärde, data, inställningar och en tråd ger samma vikter.</translation>
    </message>
    <message>
        <source>solved directly</source>
        <translation>löst direkt</translation>
    </message>
    <message>
        <source>The head of this frozen backbone is solved directly: what is greyed out has no effect.</source>
        <translation>Huvudet på denna frysta backbone löses direkt: det som är gråtonat har ingen verkan.</translation>
    </message>
    <message>
        <source>No effect: the head of this frozen backbone is solved directly.</source>
        <translation>Ingen verkan: huvudet på denna frysta backbone löses direkt.</translation>
    </message>
</context>
<context>
    <name>labelwright::NetworkView</name>
    <message>
        <source>%1 parameters</source>
        <translation>%1 parametrar</translation>
    </message>
    <message>
        <source>%1 multiply-adds</source>
        <translation>%1 multiplikationer med addition</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Nätverk</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Flytta upp (Alt+Upp)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Flytta ner (Alt+Ner)</translation>
    </message>
    <message>
        <source>Duplicate this block</source>
        <translation>Duplicera det här blocket</translation>
    </message>
    <message>
        <source>Remove this block (Delete)</source>
        <translation>Ta bort det här blocket (Delete)</translation>
    </message>
</context>
<context>
    <name>labelwright::PictureView</name>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Drop images here, paste one with Ctrl+V, or choose one.</source>
        <translation>Släpp bilder här, klistra in en med Ctrl+V, eller välj en.</translation>
    </message>
</context>
<context>
    <name>labelwright::PredictionModel</name>
    <message>
        <source>Sample %1</source>
        <translation>Exempel %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inte känt</translation>
    </message>
    <message>
        <source>hit</source>
        <translation>träff</translation>
    </message>
    <message>
        <source>miss</source>
        <translation>miss</translation>
    </message>
    <message>
        <source>false alarm</source>
        <translation>falsklarm</translation>
    </message>
    <message>
        <source>rightly absent</source>
        <translation>rätt frånvarande</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>okänt</translation>
    </message>
    <message>
        <source>present</source>
        <translation>närvarande</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>frånvarande</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Poäng</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Är</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Förutsagd</translation>
    </message>
</context>
<context>
    <name>labelwright::PredictionView</name>
    <message>
        <source>Show all</source>
        <translation>Visa allt</translation>
    </message>
    <message>
        <source>Order of the images</source>
        <translation>Bildernas ordning</translation>
    </message>
    <message>
        <source>Most wrong first</source>
        <translation>Mest fel först</translation>
    </message>
    <message>
        <source>Highest score first</source>
        <translation>Högst poäng först</translation>
    </message>
    <message>
        <source>Lowest score first</source>
        <translation>Lägst poäng först</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabell</translation>
    </message>
    <message>
        <source>Images as pictures</source>
        <translation>Bilder som bilder</translation>
    </message>
    <message>
        <source>Images as a table</source>
        <translation>Bilder som tabell</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 bild</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 bilder</translation>
    </message>
    <message>
        <source>%1 hits: predicted present, and present</source>
        <translation>%1 träffar: förutsagd närvarande, och närvarande</translation>
    </message>
    <message>
        <source>%1 misses: predicted absent, but present</source>
        <translation>%1 missar: förutsagd frånvarande, men närvarande</translation>
    </message>
    <message>
        <source>%1 false alarms: predicted present, but absent</source>
        <translation>%1 falsklarm: förutsagd närvarande, men frånvarande</translation>
    </message>
    <message>
        <source>%1 rightly absent: predicted absent, and absent</source>
        <translation>%1 rätt frånvarande: förutsagd frånvarande, och frånvarande</translation>
    </message>
    <message>
        <source>No image is in this field of the matrix</source>
        <translation>Ingen bild finns i det här fältet i matrisen</translation>
    </message>
</context>
<context>
    <name>labelwright::ProblemTab</name>
    <message>
        <source>Multi-label image classification</source>
        <translation>Bildklassificering med flera etiketter</translation>
    </message>
    <message>
        <source>Each label is a question of its own: several can hold for one image, or none. This implies:</source>
        <translation>Varje etikett är en egen fråga: flera kan gälla för en bild, eller ingen. Det innebär:</translation>
    </message>
    <message>
        <source>Last layer</source>
        <translation>Sista lagret</translation>
    </message>
    <message>
        <source>Dense, as many nodes as labels</source>
        <translation>Tätt lager, lika många noder som etiketter</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Aktivering</translation>
    </message>
    <message>
        <source>Sigmoid: a score from 0 to 1 for each label</source>
        <translation>Sigmoid: poäng från 0 till 1 för varje etikett</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Förlust</translation>
    </message>
    <message>
        <source>Binary crossentropy, judged for each label by itself</source>
        <translation>Binär korsentropi, bedömd för varje etikett för sig</translation>
    </message>
    <message>
        <source>Unknown answers</source>
        <translation>Okända svar</translation>
    </message>
    <message>
        <source>Left out of loss and figures; unknown is not no</source>
        <translation>Utelämnas ur förlust och siffror; okänt är inte nej</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Beslut</translation>
    </message>
    <message>
        <source>A threshold for each label, fitted on validation</source>
        <translation>En tröskel för varje etikett, anpassad på validering</translation>
    </message>
</context>
<context>
    <name>labelwright::RateFinder</name>
    <message>
        <source>Find a learning rate</source>
        <translation>Hitta en inlärningstakt</translation>
    </message>
    <message>
        <source>Loss while the rate rises</source>
        <translation>Förlust medan takten stiger</translation>
    </message>
    <message>
        <source>Trains for a moment with rising rates and shows where the loss falls fastest; nothing of it is kept.</source>
        <translation>Tränar en stund med stigande takt och visar var förlusten faller snabbast; inget av det behålls.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Inlärningstakt</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Förlust</translation>
    </message>
    <message>
        <source>Stop searching</source>
        <translation>Sluta söka</translation>
    </message>
    <message>
        <source>Trying rates from a millionth to 1 …</source>
        <translation>Provar takter från en miljondel till 1 …</translation>
    </message>
    <message>
        <source>Finding a learning rate</source>
        <translation>Söker en inlärningstakt</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>Träningsförlust</translation>
    </message>
    <message>
        <source>The loss never fell clearly, so no rate can be suggested.</source>
        <translation>Förlusten föll aldrig tydligt, så ingen takt kan föreslås.</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>Använd %1</translation>
    </message>
    <message>
        <source>Use the found learning rate</source>
        <translation>Använd den funna inlärningstakten</translation>
    </message>
    <message>
        <source>About %1 is a good rate: the loss falls well, and safely below where it turns up again.</source>
        <translation>Ungefär %1 är en bra takt: förlusten faller bra, och säkert under den punkt där den vänder upp igen.</translation>
    </message>
</context>
<context>
    <name>labelwright::RequestLogModel</name>
    <message>
        <source>Caller left</source>
        <translation>Anroparen gick</translation>
    </message>
    <message>
        <source>%1, %2 received, %3 sent</source>
        <translation>%1, %2 mottaget, %3 skickat</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Anropare</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Metod</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Sökväg</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
</context>
<context>
    <name>labelwright::RunBar</name>
    <message>
        <source>Stop and keep best</source>
        <translation>Stoppa och behåll det bästa</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Körningens förlopp</translation>
    </message>
    <message>
        <source>Ends after the current batch; best and last checkpoints stay, and the run can go on later</source>
        <translation>Slutar efter den aktuella batchen; bästa och sista kontrollpunkten finns kvar, och körningen kan fortsätta senare</translation>
    </message>
    <message>
        <source>Epochs to go on for</source>
        <translation>Epoker att fortsätta</translation>
    </message>
    <message>
        <source>for </source>
        <translation>i </translation>
    </message>
    <message>
        <source> epochs</source>
        <translation> epoker</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Stoppar</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Återuppta</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsätt</translation>
    </message>
    <message>
        <source>Preparing: %1</source>
        <translation>Förbereder: %1</translation>
    </message>
    <message>
        <source>%1, %2, 1 thread</source>
        <translation>%1, %2, 1 tråd</translation>
    </message>
    <message>
        <source>%1, %2, %3 threads</source>
        <translation>%1, %2, %3 trådar</translation>
    </message>
    <message>
        <source>Not run yet</source>
        <translation>Inte körd ännu</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Körs</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Förbereder</translation>
    </message>
    <message>
        <source>Epoch %1 of %2</source>
        <translation>Epok %1 av %2</translation>
    </message>
    <message>
        <source>Paused: %1</source>
        <translation>Pausad: %1</translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation>%1 bilder/s</translation>
    </message>
    <message>
        <source>rate %1</source>
        <translation>takt %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 kvar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Försök igen</translation>
    </message>
    <message>
        <source>before the first epoch ended</source>
        <translation>innan den första epoken var slut</translation>
    </message>
    <message>
        <source>after 1 epoch</source>
        <translation>efter 1 epok</translation>
    </message>
    <message>
        <source>after %1 epochs</source>
        <translation>efter %1 epoker</translation>
    </message>
    <message>
        <source>Stopped %1</source>
        <translation>Stoppad %1</translation>
    </message>
    <message>
        <source>Finished %1</source>
        <translation>Klar %1</translation>
    </message>
    <message>
        <source>Failed %1</source>
        <translation>Misslyckades %1</translation>
    </message>
</context>
<context>
    <name>labelwright::SampleDetails</name>
    <message>
        <source>Zoom out (−)</source>
        <translation>Zooma ut (−)</translation>
    </message>
    <message>
        <source>Fit (F)</source>
        <translation>Anpassa (F)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Zooma in (+)</translation>
    </message>
    <message>
        <source>No image is chosen</source>
        <translation>Ingen bild är vald</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Laddar …</translation>
    </message>
    <message>
        <source>✓ Present</source>
        <translation>✓ Närvarande</translation>
    </message>
    <message>
        <source>✗ Absent</source>
        <translation>✗ Frånvarande</translation>
    </message>
    <message>
        <source>· Unknown</source>
        <translation>· Okänd</translation>
    </message>
    <message>
        <source>Subset</source>
        <translation>Delmängd</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ingen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Storlek</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 pixlar</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Förvaras</translation>
    </message>
    <message>
        <source>as a copy in the project</source>
        <translation>som kopia i projektet</translation>
    </message>
    <message>
        <source>where it was imported from</source>
        <translation>där den importerades från</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupp</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Kontroll</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>återstår</translation>
    </message>
</context>
<context>
    <name>labelwright::SampleView</name>
    <message>
        <source>Images as a table</source>
        <translation>Bilder som tabell</translation>
    </message>
    <message>
        <source>Images as a gallery</source>
        <translation>Bilder som galleri</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galleri</translation>
    </message>
    <message>
        <source>Show the images as a gallery</source>
        <translation>Visa bilderna som galleri</translation>
    </message>
    <message>
        <source>Show the images as a gallery or as a table (G)</source>
        <translation>Visa bilderna som galleri eller som tabell (G)</translation>
    </message>
    <message>
        <source>No image fits this filter</source>
        <translation>Ingen bild passar det här filtret</translation>
    </message>
    <message>
        <source>Take a condition out, or look at all images again.</source>
        <translation>Ta bort ett villkor, eller titta på alla bilder igen.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Rensa filtret</translation>
    </message>
</context>
<context>
    <name>labelwright::ScoreModel</name>
    <message>
        <source>%1: present, score %2, threshold %3</source>
        <translation>%1: närvarande, poäng %2, tröskel %3</translation>
    </message>
    <message>
        <source>%1: absent, score %2, threshold %3</source>
        <translation>%1: frånvarande, poäng %2, tröskel %3</translation>
    </message>
</context>
<context>
    <name>labelwright::ScorePanel</name>
    <message>
        <source>Scores of the labels</source>
        <translation>Etiketternas poäng</translation>
    </message>
    <message>
        <source>Order of the labels</source>
        <translation>Etiketternas ordning</translation>
    </message>
    <message>
        <source>Highest score first</source>
        <translation>Högst poäng först</translation>
    </message>
    <message>
        <source>The tick on a bar is the label&apos;s threshold: a score at or above it means present.</source>
        <translation>Strecket på en stapel är etikettens tröskel: poäng vid eller över den betyder närvarande.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n labels present</source>
        <translation>
            <numerusform>%1 av %n etikett närvarande</numerusform>
            <numerusform>%1 av %n etiketter närvarande</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>labelwright::SettingsDialog</name>
    <message>
        <source>The language changes when Labelwright starts the next time.</source>
        <translation>Språket ändras nästa gång Labelwright startar.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Inställningar</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Utseende</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Utseende</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Språk</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Mappar</translation>
    </message>
    <message>
        <source>New &amp;projects go to</source>
        <translation>Nya &amp;projekt hamnar i</translation>
    </message>
    <message>
        <source>Weights of &amp;backbones are kept in</source>
        <translation>Vikter för &amp;backboner förvaras i</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Som systemet</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Ljust</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Mörkt</translation>
    </message>
    <message>
        <source>Folder for new projects</source>
        <translation>Mapp för nya projekt</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Välj…</translation>
    </message>
    <message>
        <source>Choose the folder for new projects</source>
        <translation>Välj mappen för nya projekt</translation>
    </message>
    <message>
        <source>Folder of backbone weights</source>
        <translation>Mapp för backbonevikter</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öppna</translation>
    </message>
    <message>
        <source>Open the folder of backbone weights</source>
        <translation>Öppna mappen för backbonevikter</translation>
    </message>
</context>
<context>
    <name>labelwright::ShortcutSheet</name>
    <message>
        <source>Everywhere</source>
        <translation>Överallt</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Kortkommandon</translation>
    </message>
    <message>
        <source>Find a shortcut</source>
        <translation>Sök ett kortkommando</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Kortkommandon</translation>
    </message>
</context>
<context>
    <name>labelwright::SplitDialog</name>
    <message>
        <source>Back</source>
        <translation>Tillbaka</translation>
    </message>
    <message>
        <source>New subset split</source>
        <translation>Ny uppdelning i delmängder</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>All images</source>
        <translation>Alla bilder</translation>
    </message>
    <message>
        <source>Only images for which</source>
        <translation>Bara bilder för vilka</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Data usage: %1 of %2 (%3)</source>
        <translation>Använda data: %1 av %2 (%3)</translation>
    </message>
    <message>
        <source>2 of 2: how they are split</source>
        <translation>2 av 2: hur de delas upp</translation>
    </message>
    <message>
        <source>1 of 2: which images take part</source>
        <translation>1 av 2: vilka bilder som deltar</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Dela upp</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nästa</translation>
    </message>
</context>
<context>
    <name>labelwright::SplitForm</name>
    <message>
        <source>By chance, in shares</source>
        <translation>Slumpvis, i andelar</translation>
    </message>
    <message>
        <source>By conditions</source>
        <translation>Efter villkor</translation>
    </message>
    <message>
        <source>The same seed gives the same split.</source>
        <translation>Samma startvärde ger samma uppdelning.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startvärde</translation>
    </message>
    <message>
        <source>Every label</source>
        <translation>Varje etikett</translation>
    </message>
    <message>
        <source>Every pair of labels</source>
        <translation>Varje etikettpar</translation>
    </message>
    <message>
        <source>Kept in proportion</source>
        <translation>Hålls i proportion</translation>
    </message>
    <message>
        <source>The first rule that an image fulfils counts; where none does, the image stays as it is.</source>
        <translation>Den första regeln som en bild uppfyller gäller; där ingen gör det förblir bilden som den är.</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>Lägg till en regel</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>Regel %1</translation>
    </message>
    <message>
        <source>%1: subset</source>
        <translation>%1: delmängd</translation>
    </message>
    <message>
        <source>%1: remove</source>
        <translation>%1: ta bort</translation>
    </message>
    <message>
        <source>Remove this rule</source>
        <translation>Ta bort den här regeln</translation>
    </message>
    <message>
        <source>Images that are in a subset already</source>
        <translation>Bilder som redan är i en delmängd</translation>
    </message>
    <message>
        <source>stay there (%1 are left to distribute)</source>
        <translation>stannar där (%1 återstår att fördela)</translation>
    </message>
    <message>
        <source>are distributed anew (%1 may move)</source>
        <translation>fördelas om (%1 kan flyttas)</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>ungefär %1</translation>
    </message>
    <message>
        <source>Add a rule, or split by chance.</source>
        <translation>Lägg till en regel, eller dela upp slumpvis.</translation>
    </message>
    <message>
        <source>Give at least one subset a share.</source>
        <translation>Ge minst en delmängd en andel.</translation>
    </message>
</context>
<context>
    <name>labelwright::StartPage</name>
    <message>
        <source>Recent projects</source>
        <translation>Senaste projekt</translation>
    </message>
    <message>
        <source>Teach your computer to see what is in your pictures. Everything stays on this machine.</source>
        <translation>Lär datorn att se vad som finns på dina bilder. Allt stannar på den här datorn.</translation>
    </message>
    <message>
        <source>or drop a zip or a folder anywhere in this window</source>
        <translation>eller släpp en zip eller en mapp var som helst i fönstret</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Prova exemplet</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Nytt projekt</translation>
    </message>
    <message>
        <source>An empty folder of your own to import pictures into.</source>
        <translation>En egen tom mapp att importera bilder till.</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Öppna projekt</translation>
    </message>
    <message>
        <source>Go on with a project that lies on this computer.</source>
        <translation>Fortsätt med ett projekt på den här datorn.</translation>
    </message>
    <message>
        <source>Draws 800 landscapes with eight labels; one more click trains a model.</source>
        <translation>Ritar 800 landskap med åtta etiketter; ett klick till tränar en modell.</translation>
    </message>
</context>
<context>
    <name>labelwright::SubsetBars</name>
    <message>
        <source>Samples: %L1 for training, %L2 for validation, %L3 for test</source>
        <translation>Exempel: %L1 för träning, %L2 för validering, %L3 för test</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Träning</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validering</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
</context>
<context>
    <name>labelwright::SubsetHeatModel</name>
    <message>
        <source>%1 positives, %2 negatives, %3 unknown</source>
        <translation>%1 positiva, %2 negativa, %3 okända</translation>
    </message>
</context>
<context>
    <name>labelwright::SubsetsPanel</name>
    <message>
        <source>%1&lt;b&gt;%2&lt;/b&gt; (%3): %4</source>
        <translation>%1&lt;b&gt;%2&lt;/b&gt; (%3): %4</translation>
    </message>
    <message>
        <source>In no subset</source>
        <translation>I ingen delmängd</translation>
    </message>
    <message>
        <source>New subset split…</source>
        <translation>Ny uppdelning…</translation>
    </message>
    <message>
        <source>Positives per label and subset</source>
        <translation>Positiva per etikett och delmängd</translation>
    </message>
    <message>
        <source>⚠ %1 cells have no positives or no negatives: these labels cannot be learned or measured there.</source>
        <translation>⚠ %1 celler har inga positiva eller inga negativa: de etiketterna kan inte läras eller mätas där.</translation>
    </message>
</context>
<context>
    <name>labelwright::TargetTab</name>
    <message>
        <source>Image column</source>
        <translation>Bildkolumn</translation>
    </message>
    <message>
        <source>Labels of the target, counted in training</source>
        <translation>Målets etiketter, räknade i träningen</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etikett</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Okänd</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Indata</translation>
    </message>
    <message>
        <source>Target: feature set</source>
        <translation>Mål: etikettuppsättning</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n labels)</source>
        <translation>
            <numerusform>%1 (%n etikett)</numerusform>
            <numerusform>%1 (%n etiketter)</numerusform>
        </translation>
    </message>
    <message>
        <source>Usually %1×%2 pixels; scaled to the network&apos;s input.</source>
        <translation>Oftast %1×%2 pixlar; skalas till nätverkets indata.</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Närvarande</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Frånvarande</translation>
    </message>
</context>
<context>
    <name>labelwright::ThresholdPanel</name>
    <message>
        <source>n/a</source>
        <translation>saknas</translation>
    </message>
    <message>
        <source>1 false alarm</source>
        <translation>1 falsklarm</translation>
    </message>
    <message>
        <source>%1 false alarms</source>
        <translation>%1 falsklarm</translation>
    </message>
    <message>
        <source>1 miss</source>
        <translation>1 miss</translation>
    </message>
    <message>
        <source>%1 misses</source>
        <translation>%1 missar</translation>
    </message>
    <message>
        <source>&amp;Threshold</source>
        <translation>&amp;Tröskel</translation>
    </message>
    <message>
        <source>The threshold of best F1 on validation; also by double click</source>
        <translation>Tröskeln för bästa F1 på validering; även med dubbelklick</translation>
    </message>
    <message>
        <source>Set this label&apos;s threshold by the goal, on validation</source>
        <translation>Sätt den här etikettens tröskel efter målet, på validering</translation>
    </message>
    <message>
        <source>Set every label&apos;s threshold by the goal, on validation</source>
        <translation>Sätt varje etiketts tröskel efter målet, på validering</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Tillbaka till %1</translation>
    </message>
    <message>
        <source>%1 against the threshold %2</source>
        <translation>%1 mot tröskeln %2</translation>
    </message>
    <message>
        <source>Precision %1 · recall %2 · F1 %3</source>
        <translation>Precision %1 · täckning %2 · F1 %3</translation>
    </message>
    <message>
        <source>%1 false alarms, %2 misses</source>
        <translation>%1 falsklarm, %2 missar</translation>
    </message>
    <message>
        <source>Best F1</source>
        <translation>Bästa F1</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Använd</translation>
    </message>
    <message>
        <source>Apply to all</source>
        <translation>Använd på alla</translation>
    </message>
</context>
<context>
    <name>labelwright::ThresholdSlider</name>
    <message>
        <source>Threshold</source>
        <translation>Tröskel</translation>
    </message>
    <message>
        <source>Drag to move the threshold; double-click for the optimum</source>
        <translation>Dra för att flytta tröskeln; dubbelklicka för optimum</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Närvarande</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Frånvarande</translation>
    </message>
</context>
<context>
    <name>labelwright::TokenDialog</name>
    <message>
        <source>New token</source>
        <translation>Ny token</translation>
    </message>
    <message>
        <source>Program or person, for example “Web shop”</source>
        <translation>Program eller person, till exempel ”Webbutik”</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Aldrig</translation>
    </message>
    <message>
        <source>In 30 days</source>
        <translation>Om 30 dagar</translation>
    </message>
    <message>
        <source>In 90 days</source>
        <translation>Om 90 dagar</translation>
    </message>
    <message>
        <source>In one year</source>
        <translation>Om ett år</translation>
    </message>
    <message>
        <source>On a day…</source>
        <translation>En viss dag…</translation>
    </message>
    <message>
        <source>Last day on which the token lets in</source>
        <translation>Sista dagen som token släpper in</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>&amp;För</translation>
    </message>
    <message>
        <source>&amp;Expires</source>
        <translation>&amp;Går ut</translation>
    </message>
    <message>
        <source>Create token</source>
        <translation>Skapa token</translation>
    </message>
</context>
<context>
    <name>labelwright::TokenModel</name>
    <message>
        <source>(no name)</source>
        <translation>(utan namn)</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Aldrig</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Återkallad</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Giltig</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Utgången</translation>
    </message>
    <message>
        <source>Revoked %1</source>
        <translation>Återkallad %1</translation>
    </message>
    <message>
        <source>For</source>
        <translation>För</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Skapad</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Går ut</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tillstånd</translation>
    </message>
</context>
<context>
    <name>labelwright::TrainingRunner</name>
    <message>
        <source>Another experiment is being trained; wait for it or stop it first.</source>
        <translation>Ett annat experiment tränas; vänta på det eller stoppa det först.</translation>
    </message>
</context>
<context>
    <name>labelwright::TrainingView</name>
    <message>
        <source>Loss</source>
        <translation>Förlust</translation>
    </message>
    <message>
        <source>Validation mAP</source>
        <translation>Validerings-mAP</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Inlärningstakt</translation>
    </message>
    <message>
        <source>Overlay runs</source>
        <translation>Lägg över körningar</translation>
    </message>
    <message>
        <source>Draw other experiments&apos; curves with this one&apos;s</source>
        <translation>Rita andra experiments kurvor med det här experimentets</translation>
    </message>
    <message>
        <source>&amp;Logarithmic loss</source>
        <translation>&amp;Logaritmisk förlust</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epok</translation>
    </message>
    <message>
        <source>The first epoch has not ended yet</source>
        <translation>Den första epoken är inte slut ännu</translation>
    </message>
    <message>
        <source>Training has not begun yet</source>
        <translation>Träningen har inte börjat ännu</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>saknas</translation>
    </message>
    <message>
        <source>Epoch %1: training %2, validation %3</source>
        <translation>Epok %1: träning %2, validering %3</translation>
    </message>
    <message>
        <source>No other experiment has run</source>
        <translation>Inget annat experiment har körts</translation>
    </message>
    <message>
        <source>Kept epoch</source>
        <translation>Behållen epok</translation>
    </message>
    <message>
        <source>Best by loss</source>
        <translation>Bästa förlust</translation>
    </message>
    <message>
        <source>Best by mAP</source>
        <translation>Bästa mAP</translation>
    </message>
</context>
<context>
    <name>labelwright::TryPanel</name>
    <message>
        <source>Images (*.jpg *.jpeg *.png *.gif *.webp *.bmp *.tif *.tiff);;All files (*)</source>
        <translation>Bilder (*.jpg *.jpeg *.png *.gif *.webp *.bmp *.tif *.tiff);;Alla filer (*)</translation>
    </message>
    <message>
        <source>Choose image…</source>
        <translation>Välj bild…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Klistra in</translation>
    </message>
    <message>
        <source>Try the image on the clipboard (Ctrl+V)</source>
        <translation>Prova bilden i urklipp (Ctrl+V)</translation>
    </message>
    <message>
        <source>Folder to table…</source>
        <translation>Mapp till tabell…</translation>
    </message>
    <message>
        <source>Predict every image of a folder into a CSV table</source>
        <translation>Förutsäg varje bild i en mapp till en CSV-tabell</translation>
    </message>
    <message>
        <source>Lay over the image where the selected label is seen</source>
        <translation>Lägg över bilden var den valda etiketten syns</translation>
    </message>
    <message>
        <source>Strength of the overlay, per cent</source>
        <translation>Överläggets styrka, procent</translation>
    </message>
    <message>
        <source>Strength of the overlay</source>
        <translation>Överläggets styrka</translation>
    </message>
    <message>
        <source>Tried images</source>
        <translation>Provade bilder</translation>
    </message>
    <message>
        <source>Trying images</source>
        <translation>Provar bilder</translation>
    </message>
    <message>
        <source>Pasted image</source>
        <translation>Inklistrad bild</translation>
    </message>
    <message>
        <source>This image cannot be shown.</source>
        <translation>Den här bilden kan inte visas.</translation>
    </message>
    <message>
        <source>The clipboard holds no image; copy one first.</source>
        <translation>Urklipp innehåller ingen bild; kopiera en först.</translation>
    </message>
    <message>
        <source>Choose an image to try</source>
        <translation>Välj en bild att prova</translation>
    </message>
    <message>
        <source>Where “%1” is seen: yellow speaks for it most.</source>
        <translation>Var ”%1” syns: gult talar mest för den.</translation>
    </message>
    <message>
        <source>Looking where labels are seen…</source>
        <translation>Tittar var etiketter syns…</translation>
    </message>
    <message>
        <source>Choose a folder of images</source>
        <translation>Välj en mapp med bilder</translation>
    </message>
    <message>
        <source>Save the predictions</source>
        <translation>Spara förutsägelserna</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV-tabell (*.csv)</translation>
    </message>
    <message>
        <source>Predicting %1</source>
        <translation>Förutsäger %1</translation>
    </message>
    <message numerus="yes">
        <source>Predicted %n images into %1.</source>
        <translation>
            <numerusform>Förutsade %n bild till %1.</numerusform>
            <numerusform>Förutsade %n bilder till %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them could not be read; the table says why.</source>
        <translation>
            <numerusform>%n av dem kunde inte läsas; tabellen säger varför.</numerusform>
            <numerusform>%n av dem kunde inte läsas; tabellen säger varför.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show where it was seen</source>
        <translation>Visa var den sågs</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Styrka</translation>
    </message>
</context>
<context>
    <name>labelwright::VersionsPanel</name>
    <message>
        <source>A version is the state of labels and subsets that an experiment was made with. It is kept by itself; later answers never change it.</source>
        <translation>En version är det läge för etiketter och delmängder som ett experiment gjordes med. Den sparas av sig själv; senare svar ändrar den aldrig.</translation>
    </message>
    <message>
        <source>No version yet: the first experiment makes one.</source>
        <translation>Ingen version ännu: det första experimentet gör en.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versioner</translation>
    </message>
    <message>
        <source>Version %1 · %2</source>
        <translation>Version %1 · %2</translation>
    </message>
    <message>
        <source>Used by no experiment</source>
        <translation>Används av inget experiment</translation>
    </message>
    <message>
        <source>Used by %1</source>
        <translation>Används av %1</translation>
    </message>
    <message>
        <source>Changed since: %1</source>
        <translation>Ändrat sedan dess: %1</translation>
    </message>
</context>
<context>
    <name>labelwright::ZoomView</name>
    <message>
        <source>Large picture; plus and minus zoom, F fits, arrows move</source>
        <translation>Stor bild; plus och minus zoomar, F anpassar, pilar flyttar</translation>
    </message>
    <message>
        <source>Wheel, + and − zoom; drag or arrow keys move; F or double click fits</source>
        <translation>Hjul, + och − zoomar; dra eller piltangenter flyttar; F eller dubbelklick anpassar</translation>
    </message>
</context>
</TS>
