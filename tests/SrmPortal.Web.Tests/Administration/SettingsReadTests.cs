using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using SrmPortal.Data.Files;
using SrmPortal.Domain.Administration;
using SrmPortal.Web.Features.Account;
using SrmPortal.Web.Features.Awarding;
using SrmPortal.Web.Features.Keeping;
using SrmPortal.Web.Features.Opening;
using SrmPortal.Web.Features.Publishing;
using SrmPortal.Web.Infrastructure;
using SrmPortal.Web.Infrastructure.Telemetry;
using SrmPortal.Web.Infrastructure.Uploads.Antivirus;
using SrmPortal.Web.Mail;

namespace SrmPortal.Web.Tests.Administration;

/// <summary>Each setting is read by the portal, and stands in docs/settings.md; nothing stands there that nobody reads.</summary>
public sealed partial class SettingsReadTests
{
    private static readonly (string Section, Type Type)[] Sections =
    [
        ("Portal", typeof(PortalSettings)), ("Portal", typeof(AccountSettings)), ("Portal", typeof(PublishingSettings)), ("Portal", typeof(AwardSettings)),
        ("Sealing", typeof(SealingSettings)), ("Sealing", typeof(SealingWatchSettings)), ("Opening", typeof(OpeningSettings)),
        ("Mail", typeof(MailSettings)), ("Files", typeof(FileSettings)), ("Antivirus", typeof(AntivirusSettings)), ("OpenIdConnect", typeof(GroupSignInSettings)), ("Keeping", typeof(KeepingSettings)), ("Telemetry", typeof(TelemetrySettings)),
    ];

    private static readonly string Root = RootOf();

    private static readonly string Sources = string.Join('\n', Directory.EnumerateFiles(System.IO.Path.Combine(Root, "src"), "*.cs*", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/Migrations/", StringComparison.Ordinal))
        .SelectMany(File.ReadLines).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));

    public static TheoryData<string> OfTheAdministrator => [.. AllSettings.InOrder.Select(setting => setting.Name)];

    [Theory, MemberData(nameof(OfTheAdministrator))]
    public void What_the_administrator_settles_changes_what_the_portal_reads_and_nothing_else(string name)
    {
        var setting = AllSettings.InOrder.Single(one => one.Name == name);
        var other = setting.Kind switch
        {
            SettingKind.Choice => setting.Possible.First(one => one != setting.Default),
            SettingKind.Choices => "Approver",
            SettingKind.Letters => "OTHER",
            _ => setting.Most.ToString(CultureInfo.InvariantCulture) is var most && most != setting.Default ? most : setting.Least.ToString(CultureInfo.InvariantCulture),
        };

        var (usual, changed) = (Read([]), Read([new(setting.Key, other)]));

        Assert.Equal(setting.Default, setting.Normal(usual[setting.Key].First()));
        Assert.Equal(setting.Name == "threshold-currency" ? 2 : 1, usual[setting.Key].Count());
        Assert.All(changed[setting.Key], value => Assert.Equal(setting.Normal(other), setting.Normal(value)));
        Assert.All(usual.Where(one => one.Key != setting.Key), one => Assert.Equal(one, changed[one.Key]));
    }

    [Fact]
    public void Every_setting_is_used_where_it_is_bound()
    {
        var unused = Read([]).Select(one => one.Key[(one.Key.LastIndexOf(':') + 1)..]).Distinct()
            .Where(property => Regex.Count(Sources, $@"\b{property}\b(?!.*{{ get; (init|set); }})") < 1).ToArray();

        Assert.Empty(unused);
    }

    [Fact]
    public void The_documents_list_what_is_read_with_its_default_and_nothing_else()
    {
        var document = File.ReadAllText(System.IO.Path.Combine(Root, "docs", "settings.md"));
        var named = Named().Matches(document).Select(match => match.Groups[1].Value).ToHashSet();
        var read = Read([]).Select(one => one.Key).Concat(Keys().Matches(Sources).Select(match => match.Groups[1].Value)).ToHashSet();

        Assert.Empty(read.Except(named));
        Assert.Empty(named.Except(read).Except(["ConnectionStrings:Portal", "Links:Key"]));
        Assert.Empty(ComposeTests.Required().Except(named));
        Assert.All(AllSettings.InOrder, setting => Assert.Contains($"| `{setting.Name}` | `{setting.Key}` | {setting.Default} |", document, StringComparison.Ordinal));
        Assert.All(AllSettings.InOrder.Where(setting => setting.Kind is SettingKind.WholeNumber or SettingKind.Amount),
            setting => Assert.Matches($@"(?m)^\| `{setting.Name}` .*\| {setting.Least}–{setting.Most} \|", document));
    }

    /// <summary>All values by their names in the configuration.</summary>
    private static ILookup<string, string> Read(IEnumerable<KeyValuePair<string, string?>> configured)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(configured).Build();
        return Sections.SelectMany(section => Values(section.Section, configuration.GetSection(section.Section).Get(section.Type) ?? Activator.CreateInstance(section.Type)!))
            .ToLookup(value => value.Key, value => value.Value);
    }

    private static IEnumerable<(string Key, string Value)> Values(string path, object settings) => settings.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.CanWrite)
        .SelectMany(property => property.GetValue(settings) is var value && property.PropertyType.IsClass && property.PropertyType != typeof(string) && !property.PropertyType.IsArray
            ? Values($"{path}:{property.Name}", value!)
            : [($"{path}:{property.Name}", value is string[] several ? string.Join(' ', several) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")]);

    private static string RootOf([CallerFilePath] string path = "") => System.IO.Path.GetFullPath("../../../", System.IO.Path.GetDirectoryName(path)!);

    [GeneratedRegex("`((?:[A-Z][A-Za-z]+:)+[A-Z][A-Za-z]+)`")]
    private static partial Regex Named();

    // configuration["…"], GetValue("…"): what is read without a class of its own.
    [GeneratedRegex("""(?:onfiguration|settings)(?:\[|\.GetValue(?:<bool>)?\()"((?:[A-Za-z]+:)+[A-Za-z]+)""")]
    private static partial Regex Keys();
}
