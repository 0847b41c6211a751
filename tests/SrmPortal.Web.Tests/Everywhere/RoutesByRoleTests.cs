using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace SrmPortal.Web.Tests.Everywhere;

/// <summary>
/// Every route of the portal, asked for by everybody, answers as the table beside this file says: a status; where a redirect leads to the
/// sign-in or the choice of a company; and a star where something was written. POSTs come with a valid token and no field filled in.
/// Everybody finds the portal as it was: what a request has written is taken back after it.
/// </summary>
public sealed partial class RoutesByRoleTests
{
    private const string Name = "RoutesByRole.tsv";

    // Whoever gets one of these was refused, and must have changed nothing.
    private static readonly string[] Refusals = ["sign-in", "choose", "400", "401", "403", "404", "405"];

    // The answers are the same on each database; the state is put back by a means of this one.
    [SqliteFact]
    public async Task Every_route_answers_to_everybody_as_the_table_says_and_who_is_refused_changes_nothing()
    {
        var (portal, drafting, _) = await LivedInPortal.Of(_ => { }, ("Portal:AnonymousFormsPerMinute", "100000"));
        await using var _ = portal;
        await Askers.Prepare(portal);
        var addresses = await ConcreteAddresses.Of(portal);
        var askers = await Askers.Of(portal, drafting);
        using var state = new KeptState(portal.Connection);

        List<RouteLine> lines = [];
        foreach (var (method, template, address) in Routes(portal).Select(route => (route.Method, route.Template, addresses.Of(route.Template))).ToArray())
        {
            List<string> answers = [];
            foreach (var asker in askers)
            {
                answers.Add(await Answer(asker, method, address, state));
            }

            lines.Add(new(method, template, answers));
        }

        var found = new RouteTable([.. askers.Select(asker => asker.Name)], lines);
        await Judge(found);
    }

    private static async Task Judge(RouteTable found)
    {
        if (Environment.GetEnvironmentVariable("SRM_ROUTES_FILE") is { Length: > 0 } file)
        {
            await File.WriteAllTextAsync(file, found.ToString());
        }

        var written = found.Lines.SelectMany(line => found.Askers.Zip(line.Answers).Where(cell => cell.Second[^1] == '*' && Refusals.Contains(cell.Second[..^1]))
            .Select(cell => $"{line.Method} {line.Template}: {cell.First} was refused, and something was written all the same"));
        var differences = found.DifferencesFrom(RouteTable.Parse(await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(Here())!, Name)))).Concat(written).ToArray();
        Assert.True(differences is [], $"SRM_ROUTES_FILE=… writes the table as it is now; read each line before it becomes {Name}:\n{string.Join('\n', differences)}");
    }

    private static IEnumerable<(string Method, string Template)> Routes(Portal portal) => portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not null)
        .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            .Select(method => (Method: method, Template: WithoutConstraints(endpoint.RoutePattern))))
        .Distinct().OrderBy(route => route.Template, StringComparer.Ordinal).ThenBy(route => route.Method, StringComparer.Ordinal);

    private static string WithoutConstraints(RoutePattern pattern) => string.Join('/', pattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            _ => "",
        }))));

    private static async Task<string> Answer(Asker asker, string method, string address, KeptState state)
    {
        using var answer = await asker.Ask(method, address);
        var code = answer.Headers.Location?.ToString() is not { } to ? $"{(int)answer.StatusCode}"
            : SignInPage().IsMatch(to) ? "sign-in" : ChoicePage().IsMatch(to) ? "choose" : $"{(int)answer.StatusCode}";
        // Waiting in line writes as well, and leaves everything as it was.
        return state.PutBackIfChanged(looksClosely: code == "422" || Refusals.Contains(code)) ? code + "*" : code;
    }

    // Who is asked to sign in comes back afterwards; who is only led there does not.
    [GeneratedRegex(@"^(https?://[^/]+)?/sign-in\?returnUrl=")]
    private static partial Regex SignInPage();

    [GeneratedRegex(@"^(https?://[^/]+)?/choose-company(\?|$)")]
    private static partial Regex ChoicePage();

    private static string Here([CallerFilePath] string path = "") => path;
}
