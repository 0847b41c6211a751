namespace SrmPortal.Web.Infrastructure;

/// <summary>
/// Asks the signed-in person for the password again, before what binds or reveals: withdrawing an offer, opening a round. Wrong ones
/// count like those at sign-in.
/// </summary>
public interface IPasswordCheck
{
    /// <summary>Whether this is the password of the person who is signed in.</summary>
    Task<bool> IsRight(string password);
}
